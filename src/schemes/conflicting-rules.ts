import type { Condition, Value } from "../rules/condition.ts";
import { comparisons, type Comparison } from "../rules/condition.ts";
import type { Rule } from "../rules/rule.ts";
import { figureFact } from "./held-figures.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import { questionOf, type Scheme } from "./scheme-schema.ts";

/** What one thing must be: within a range, or one of some values. */
interface Demand {
  /** The thing, as its condition names it. */
  of: string;
  low: number;
  high: number;
  /** Whether the edges themselves are outside. */
  openLow: boolean;
  openHigh: boolean;
  values: ReadonlySet<string> | undefined;
}

/**
 * Pairs of rules that no bid could meet together though both would apply to it. Only demands on one thing that
 * compare it with fixed values are looked at, so a pair that is named is certain, and not every such pair is found.
 */
export function conflictingRules(scheme: Scheme): SchemeFault[] {
  const strict = scheme.rules.flatMap((rule, index) => (rule.severity === "advice" ? [] : [{ rule, index }]));
  const read = strict.map(({ rule, index }) => ({ rule, index, ...demandsOf(scheme, rule) }));
  return read.flatMap((one, position) =>
    read.slice(position + 1).flatMap((other) => {
      if (!one.guard || !other.guard) return [];
      const guards = [...one.guard, ...other.guard];
      if (!possible(guards) || possible([...guards, ...one.demands, ...other.demands])) return [];
      const message = `cannot hold together with the rule ${one.rule.id}: no bid to which both apply could meet both.`;
      return [{ file: "rules.yaml", path: ["rules", other.index, "test"], subject: other.rule.id, message }];
    }),
  );
}

function demandsOf(scheme: Scheme, rule: Rule): { guard: Demand[] | undefined; demands: Demand[] } {
  const demands = demandsIn(scheme, rule.test) ?? [];
  return { guard: rule.applies ? demandsIn(scheme, rule.applies) : [], demands };
}

/** The demands of a condition, all of which it makes; undefined where it is of a form that is not looked into. */
function demandsIn(scheme: Scheme, condition: Condition): Demand[] | undefined {
  if ("all" in condition) {
    const parts = condition.all.map((part) => demandsIn(scheme, part));
    return parts.every((part) => part !== undefined) ? parts.flat() : undefined;
  }
  if ("between" in condition) {
    const { value, low, high } = condition.between;
    return both(limit(scheme, value, ["at-least", low]), limit(scheme, value, ["at-most", high]));
  }
  if ("is" in condition) return oneOf(scheme, condition, [String(condition.is)]);
  if ("one-of" in condition) return oneOf(scheme, condition, condition["one-of"]);
  if ("answered" in condition) return [];
  if (!("value" in condition)) return undefined;
  const name = comparisons.find((one) => one in condition);
  return name && limit(scheme, condition.value, [name, condition[name] as Value]);
}

function both(one: Demand[] | undefined, other: Demand[] | undefined): Demand[] | undefined {
  return one && other && [...one, ...other];
}

const anything = { low: -Infinity, high: Infinity, openLow: false, openHigh: false, values: undefined };

type Reference = { field: string; part?: string } | { column: string; part?: string };

/** Where several choices can stand at once, one of them says nothing of the others. */
function oneOf(scheme: Scheme, test: Reference, values: string[]): Demand[] | undefined {
  if (!("field" in test) || questionOf(scheme, test.field)?.kind === "choices") return undefined;
  const { field, part } = test;
  return [{ of: JSON.stringify({ field, part }), ...anything, values: new Set(values) }];
}

function limit(scheme: Scheme, value: Value, [comparison, against]: [Comparison, Value]): Demand[] | undefined {
  const fixed = fixedAmount(scheme, against);
  if (fixed === undefined) return undefined;
  const of = JSON.stringify(value);
  switch (comparison) {
    case "at-least":
      return [{ of, ...anything, low: fixed }];
    case "more-than":
      return [{ of, ...anything, low: fixed, openLow: true }];
    case "at-most":
      return [{ of, ...anything, high: fixed }];
    case "less-than":
      return [{ of, ...anything, high: fixed, openHigh: true }];
    case "equals":
      return [{ of, ...anything, low: fixed, high: fixed }];
    case "not-equals":
      return [];
  }
}

/** A plain number or a figure, in pounds where it is money; days and times as milliseconds. */
function fixedAmount(scheme: Scheme, value: Value): number | undefined {
  if (typeof value === "number") return value;
  if (typeof value === "string") return timeOf(value);
  if (typeof value !== "object" || !("figure" in value)) return undefined;
  const fact = figureFact(scheme, value.figure);
  if (!fact.known) return undefined;
  if ("amount" in fact.value) return fact.value.unit === "pence" ? fact.value.amount / 100 : fact.value.amount;
  return "text" in fact.value ? timeOf(fact.value.text) : undefined;
}

function timeOf(text: string): number | undefined {
  const time = Date.parse(text);
  return Number.isNaN(time) ? undefined : time;
}

/** Whether one bid could meet all demands. */
function possible(demands: readonly Demand[]): boolean {
  const things = new Map<string, Demand[]>();
  for (const demand of demands) things.set(demand.of, [...(things.get(demand.of) ?? []), demand]);
  return [...things.values()].every(possibleForOne);
}

function possibleForOne(demands: readonly Demand[]): boolean {
  const low = Math.max(...demands.map((one) => one.low));
  const high = Math.min(...demands.map((one) => one.high));
  if (low > high) return false;
  const open = demands.some((one) => (one.openLow && one.low === low) || (one.openHigh && one.high === high));
  if (low === high && open) return false;
  const lists = demands.flatMap((one) => (one.values ? [one.values] : []));
  const [first, ...rest] = lists;
  return first === undefined || [...first].some((value) => rest.every((list) => list.has(value)));
}
