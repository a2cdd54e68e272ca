import { comparisons, type Comparison, type Condition, type Selection, type Value } from "./condition.ts";

/** How the parts of a scheme are called, for putting its conditions into words. */
export interface PartNames {
  /** A question, by its label. */
  question(id: string): string;
  /** A column of a table question. */
  column(id: string): string;
  /** A choice or a strand, where the question or column offers it. */
  choice(of: string, id: string): string;
  /** A figure with its value: “£500,000 (most that an award may be)”. */
  figure(id: string): string;
  measure(id: string): string;
  /** A small table that things are looked up in. */
  table(id: string): string;
}

/** A condition as a sentence part that a section 151 officer can read. */
export function conditionInWords(condition: Condition, names: PartNames): string {
  const words = (part: Condition) => conditionInWords(part, names);
  if ("all" in condition) return joined(condition.all.map(words), "and");
  if ("any" in condition) return joined(condition.any.map(words), "or");
  if ("not" in condition) return `it is not so that ${words(condition.not)}`;
  if ("answered" in condition) return `${quoted(names.question(condition.answered))} is answered`;
  if ("every" in condition)
    return `in every line of ${linesOf(condition.every, names)}, ${words(condition.every.test)}`;
  if ("some" in condition)
    return `in at least one line of ${linesOf(condition.some, names)}, ${words(condition.some.test)}`;
  if ("between" in condition) {
    const { value, low, high } = condition.between;
    return `${valueInWords(value, names)} is from ${valueInWords(low, names)} to ${valueInWords(high, names)}`;
  }
  if ("listed" in condition) {
    return `${valueInWords(condition.listed.value, names)} is among ${names.table(condition.listed.table)}`;
  }
  return plainTestInWords(condition, names);
}

type PlainTest = Extract<Condition, { value: Value } | { field: string } | { column: string }>;

function plainTestInWords(test: PlainTest, names: PartNames): string {
  if ("is" in test || "one-of" in test) {
    const of = "field" in test ? test.field : test.column;
    const what = valueInWords("field" in test ? test : { column: test.column, ...partOf(test) }, names);
    const wanted = "is" in test ? [test.is] : test["one-of"];
    const answers = wanted.map((one) => answerInWords(of, one, names));
    return `${what} is ${joined(answers, "or")}`;
  }
  const name = comparisons.find((one) => one in test);
  if (!name) throw new Error(`A test of no known form: ${JSON.stringify(test)}`);
  return `${valueInWords(test.value, names)} is ${comparisonWords[name]} ${valueInWords(test[name] as Value, names)}`;
}

function partOf({ part }: { part?: string }) {
  return part === undefined ? {} : { part };
}

function answerInWords(of: string, answer: string | boolean, names: PartNames): string {
  if (typeof answer === "boolean") return answer ? "yes" : "no";
  return quoted(names.choice(of, answer));
}

const comparisonWords: Record<Comparison, string> = {
  "at-least": "at least",
  "at-most": "at most",
  "more-than": "more than",
  "less-than": "less than",
  equals: "the same as",
  "not-equals": "other than",
};

function linesOf(selection: Selection, names: PartNames): string {
  const table = quoted(names.question(selection.in));
  return selection.where ? `${table} where ${conditionInWords(selection.where, names)}` : table;
}

/** A value of a rule, in words. */
function valueInWords(value: Value, names: PartNames): string {
  if (typeof value === "number") return new Intl.NumberFormat("en-GB").format(value);
  if (typeof value === "string") return value;
  if (typeof value === "boolean") return value ? "yes" : "no";
  if ("field" in value) return withPart(quoted(names.question(value.field)), value.part);
  if ("column" in value) return withPart(quoted(names.column(value.column)), value.part);
  if ("figure" in value) return names.figure(value.figure);
  if ("measure" in value) return names.measure(value.measure);
  if ("words" in value) return `the number of words in ${quoted(names.question(value.words))}`;
  return computedInWords(value, names);
}

function withPart(name: string, part: string | undefined): string {
  return part === undefined ? name : `the ${part} of ${name}`;
}

function computedInWords(value: Exclude<Value, number | string | boolean>, names: PartNames): string {
  const words = (part: Value) => valueInWords(part, names);
  if ("count" in value) return `the number of lines of ${linesOf(value.count, names)}`;
  if ("sum" in value) return `the total of ${quoted(names.column(value.sum.of))} in ${linesOf(value.sum, names)}`;
  if ("share" in value) return `${words(value.share.of)} as a share of ${words(value.share.in)}`;
  if ("percent" in value) return `${words(value.percent.rate)} per cent of ${words(value.percent.of)}`;
  if ("plus" in value) return value.plus.map(words).join(" plus ");
  if ("minus" in value) return `${words(value.minus[0])} less ${words(value.minus[1])}`;
  if ("look-up" in value) {
    const { table, by, take } = value["look-up"];
    return `${quoted(take)} in ${names.table(table)} for ${words(by)}`;
  }
  throw new Error(`A value of no known form: ${JSON.stringify(value)}`);
}

function quoted(text: string): string {
  return `“${text}”`;
}

function joined(parts: readonly string[], word: "and" | "or"): string {
  if (parts.length < 2) return parts.join("");
  return `${parts.slice(0, -1).join(", ")} ${word} ${parts.at(-1) ?? ""}`;
}
