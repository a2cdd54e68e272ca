import { comparisons, type Comparison, type Condition, type Selection, type Value } from "../rules/condition.ts";
import { figureFact } from "./held-figures.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

/** A condition or value with one thing in it changed, and what was changed. */
interface Mutant<T> {
  change: string;
  to: T;
}

type Mutants<T> = Mutant<T>[];

/** Puts changes of a part into the whole it stands in. */
function within<P, T>(parts: Mutants<P>, at: string, put: (part: P) => T): Mutants<T> {
  return parts.map(({ change, to }) => ({ change: `${at} › ${change}`, to: put(to) }));
}

/**
 * Every small change of a condition that a slip could make: an operator turned or its edge moved, a limit a step off,
 * a part left out, "all" for "any", "every line" for "some line". A worked example should tell each from the rule.
 */
export function conditionMutants(scheme: Scheme, condition: Condition): Mutants<Condition> {
  if ("all" in condition) return listMutants(scheme, "all", condition.all);
  if ("any" in condition) return listMutants(scheme, "any", condition.any);
  if ("not" in condition) return notMutants(scheme, condition.not);
  if ("answered" in condition) return [{ change: "always yes", to: alwaysYes }];
  if ("every" in condition) return lineMutants(scheme, "every", condition.every);
  if ("some" in condition) return lineMutants(scheme, "some", condition.some);
  if ("between" in condition) return bandMutants(scheme, condition.between);
  return plainMutants(scheme, condition);
}

type Plain = Extract<Condition, { listed: unknown } | { value: Value } | { field: string } | { column: string }>;

function plainMutants(scheme: Scheme, condition: Plain): Mutants<Condition> {
  if ("listed" in condition) return [{ change: "“listed” turned round", to: { not: condition } }];
  if ("is" in condition) return isMutants(scheme, condition);
  if ("one-of" in condition) return oneOfMutants(condition);
  return comparisonMutants(scheme, condition);
}

function notMutants(scheme: Scheme, condition: Condition): Mutants<Condition> {
  const inner = within(conditionMutants(scheme, condition), "not", (part): Condition => ({ not: part }));
  return [{ change: "“not” left out", to: condition }, ...inner];
}

const alwaysYes: Condition = { value: 1, equals: 1 };

function listMutants(scheme: Scheme, name: "all" | "any", parts: Condition[]): Mutants<Condition> {
  const made = (changed: Condition[]): Condition => (name === "all" ? { all: changed } : { any: changed });
  const other = name === "all" ? "any" : "all";
  const turned: Mutants<Condition> =
    parts.length > 1
      ? [{ change: `“${name}” becomes “${other}”`, to: name === "all" ? { any: parts } : { all: parts } }]
      : [];
  const shorter = parts.length > 1 ? parts.map((_, index) => without(parts, index, made)) : [];
  const inner = parts.flatMap((part, index) =>
    within(conditionMutants(scheme, part), `${name} ${index + 1}`, (to) => made(parts.with(index, to))),
  );
  return [...turned, ...shorter, ...inner];
}

function without<P, T>(parts: P[], index: number, made: (parts: P[]) => T): Mutant<T> {
  return { change: `part ${index + 1} left out`, to: made(parts.toSpliced(index, 1)) };
}

type Lines = Selection & { test: Condition };

function lineMutants(scheme: Scheme, name: "every" | "some", lines: Lines): Mutants<Condition> {
  const made = (changed: Lines): Condition => (name === "every" ? { every: changed } : { some: changed });
  const turned: Condition = name === "every" ? { some: lines } : { every: lines };
  return [
    { change: `“${name}” becomes “${name === "every" ? "some" : "every"}”`, to: turned },
    ...within(selectionMutants(scheme, lines), name, (to) => made({ ...to, test: lines.test })),
    ...within(conditionMutants(scheme, lines.test), `${name} test`, (test) => made({ ...lines, test })),
  ];
}

function selectionMutants(scheme: Scheme, selection: Selection): Mutants<Selection> {
  const { where, in: table } = selection;
  if (!where) return [];
  const inner = within(conditionMutants(scheme, where), "where", (to): Selection => ({ in: table, where: to }));
  return [{ change: "“where” left out", to: { in: table } }, ...inner];
}

type Band = Extract<Condition, { between: unknown }>["between"];

function bandMutants(scheme: Scheme, { value, low, high }: Band): Mutants<Condition> {
  const made = (band: Partial<Band>): Condition => ({ between: { value, low, high, ...band } });
  return [
    { change: "the lower limit left out", to: { value, "at-most": high } },
    { change: "the upper limit left out", to: { value, "at-least": low } },
    {
      change: "the lower edge left out",
      to: {
        all: [
          { value, "more-than": low },
          { value, "at-most": high },
        ],
      },
    },
    {
      change: "the upper edge left out",
      to: {
        all: [
          { value, "at-least": low },
          { value, "less-than": high },
        ],
      },
    },
    ...within(valueMutants(scheme, value), "value", (to) => made({ value: to })),
    ...within(stepMutants(scheme, low), "low", (to) => made({ low: to })),
    ...within(stepMutants(scheme, high), "high", (to) => made({ high: to })),
  ];
}

type Equality = Extract<Condition, { is: unknown }>;

function isMutants(scheme: Scheme, test: Equality): Mutants<Condition> {
  if (typeof test.is === "boolean") return [{ change: `“${test.is}” becomes “${!test.is}”`, to: negated(test) }];
  const question = "field" in test ? questionOf(scheme, test.field) : undefined;
  const choices = question?.kind === "choice" || question?.kind === "choices" ? question.choices : scheme.strands;
  const other = choices.find((choice) => choice.id !== test.is);
  const turned = { change: `turned round`, to: { not: test } as Condition };
  return other ? [turned, { change: `“${test.is}” becomes “${other.id}”`, to: { ...test, is: other.id } }] : [turned];
}

function negated(test: Equality): Condition {
  return { ...test, is: test.is !== true };
}

function oneOfMutants(test: Extract<Condition, { "one-of": unknown }>): Mutants<Condition> {
  const choices = test["one-of"];
  const turned = { change: "turned round", to: { not: test } as Condition };
  if (choices.length === 1) return [turned];
  const shorter = choices.map((choice, index) => {
    return { change: `“${choice}” left out`, to: { ...test, "one-of": choices.toSpliced(index, 1) } as Condition };
  });
  return [turned, ...shorter];
}

type Compared = Extract<Condition, { value: Value }>;

/** The edge moved, and the comparison turned round. */
const slips: Record<Comparison, Comparison[]> = {
  "at-least": ["more-than", "less-than"],
  "more-than": ["at-least", "at-most"],
  "at-most": ["less-than", "more-than"],
  "less-than": ["at-most", "at-least"],
  equals: ["not-equals", "at-least", "at-most"],
  "not-equals": ["equals"],
};

function comparisonMutants(scheme: Scheme, test: Compared): Mutants<Condition> {
  const name = comparisons.find((one) => one in test);
  if (!name) return [];
  const { value } = test;
  const limit = test[name] as Value;
  const ordered = isOrdered(scheme, [value, limit]);
  const others = slips[name].filter((one) => ordered || one === "equals" || one === "not-equals");
  return [
    ...others.map((other) => ({ change: `“${name}” becomes “${other}”`, to: { value, [other]: limit } as Condition })),
    ...within(valueMutants(scheme, value), "value", (to): Condition => ({ value: to, [name]: limit })),
    ...within(limitMutants(scheme, limit), name, (to): Condition => ({ value, [name]: to })),
  ];
}

/** Texts, choices and yes-or-no cannot be more or less. */
function isOrdered(scheme: Scheme, sides: Value[]): boolean {
  return !sides.some((side) => {
    if (typeof side === "boolean") return true;
    if (typeof side !== "object" || !("field" in side)) return false;
    const kind = questionOf(scheme, side.field)?.kind;
    return kind === "choice" || kind === "yes-no" || kind === "organisation" || kind === "short-text";
  });
}

function limitMutants(scheme: Scheme, limit: Value): Mutants<Value> {
  return [...stepMutants(scheme, limit), ...valueMutants(scheme, limit)];
}

/** A fixed limit moved by one step either way: £1, one day, one minute, one per cent, one. */
function stepMutants(scheme: Scheme, limit: Value): Mutants<Value> {
  if (typeof limit === "number") return steps(limit);
  if (typeof limit !== "object" || !("figure" in limit)) return [];
  const fact = figureFact(scheme, limit.figure);
  if (!fact.known) return [];
  if ("amount" in fact.value) return steps(fact.value.unit === "pence" ? fact.value.amount / 100 : fact.value.amount);
  return "text" in fact.value ? timeSteps(fact.value.text) : [];
}

function steps(amount: number): Mutants<Value> {
  return [amount - 1, amount + 1].map((to) => ({ change: `${amount} becomes ${to}`, to }));
}

const day = 86_400_000;

function timeSteps(text: string): Mutants<Value> {
  const time = Date.parse(`${text.length === 10 ? `${text}T00:00` : text}Z`);
  if (Number.isNaN(time)) return [];
  const [size, length] = text.length === 10 ? [day, 10] : [60_000, 16];
  return [time - size, time + size].map((moved) => {
    const to = new Date(moved).toISOString().slice(0, length);
    return { change: `${text} becomes ${to}`, to };
  });
}

function valueMutants(scheme: Scheme, value: Value): Mutants<Value> {
  if (typeof value !== "object") return [];
  if ("count" in value) return within(selectionMutants(scheme, value.count), "count", (to) => ({ count: to }));
  if ("sum" in value) {
    const { of } = value.sum;
    return within(selectionMutants(scheme, value.sum), "sum", (to): Value => ({ sum: { ...to, of } }));
  }
  if ("share" in value) {
    const { of, in: whole } = value.share;
    return [
      { change: "the share turned round", to: { share: { of: whole, in: of } } },
      ...within(valueMutants(scheme, of), "share of", (to): Value => ({ share: { of: to, in: whole } })),
      ...within(valueMutants(scheme, whole), "share in", (to): Value => ({ share: { of, in: to } })),
    ];
  }
  return arithmeticMutants(scheme, value);
}

function arithmeticMutants(scheme: Scheme, value: Exclude<Value, number | string | boolean>): Mutants<Value> {
  if ("percent" in value) {
    const { rate, of } = value.percent;
    return within(stepMutants(scheme, rate), "rate", (to): Value => ({ percent: { rate: to, of } }));
  }
  if ("plus" in value) {
    const parts = value.plus;
    const made = (left: Value[]): Value => (left.length === 1 ? (left[0] as Value) : { plus: left });
    return parts.map((_, index) => without(parts, index, made));
  }
  if ("minus" in value) {
    const [from, taken] = value.minus;
    return [
      { change: "“minus” becomes “plus”", to: { plus: [from, taken] } },
      { change: "nothing taken away", to: from },
    ];
  }
  return [];
}
