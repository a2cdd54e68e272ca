import type { Comparable } from "../fields/field.ts";
import { comparisons, type Comparison, type Condition, type Selection, type Value } from "./condition.ts";
import type { Facts, Missing, RowFacts } from "./facts.ts";
import { align, holds, isWhen, order, show, showGap } from "./quantities.ts";
import { missingOf, select, valueOf, withLabel, type Place } from "./values.ts";

type Answer = "yes" | "no" | "cannot tell";

/** The answer to one condition, with how it was reached. */
export interface Judgement {
  answer: Answer;
  /** The values and the test, in one or more sentences. */
  working: string;
  missing: Missing[];
  /** How far off a comparison is, in words; only where the answer is no. */
  distance?: string;
}

/**
 * Answers a condition by three-valued logic: what is missing gives "cannot tell", and adding an answer can settle
 * a "cannot tell" but taking one away can never turn anything into "yes".
 */
export function judge(condition: Condition, facts: Facts, row?: RowFacts): Judgement {
  const place: Place = row ? { facts, row, judge } : { facts, judge };
  if ("all" in condition)
    return together(
      condition.all.map((part) => judge(part, facts, row)),
      "no",
    );
  if ("any" in condition)
    return together(
      condition.any.map((part) => judge(part, facts, row)),
      "yes",
    );
  if ("not" in condition) return opposite(judge(condition.not, facts, row));
  if ("answered" in condition) return answered(facts, condition.answered);
  if ("every" in condition) return overRows(condition.every, "no", place);
  if ("some" in condition) return overRows(condition.some, "yes", place);
  if ("between" in condition) {
    const { value, low, high } = condition.between;
    return together([compare(value, "at-least", low, place), compare(value, "at-most", high, place)], "no");
  }
  if ("listed" in condition) return listed(condition.listed, place);
  return plainTest(condition, place);
}

type PlainTest = Extract<Condition, { value: Value } | { field: string } | { column: string }>;

function plainTest(condition: PlainTest, place: Place): Judgement {
  if ("is" in condition) return oneOf(reference(condition), [condition.is], place);
  if ("one-of" in condition) return oneOf(reference(condition), condition["one-of"], place);
  const comparison = comparisons.find((name) => name in condition);
  if (!comparison) throw new Error(`A test of no known form: ${JSON.stringify(condition)}`);
  return compare(condition.value, comparison, condition[comparison] as Value, place);
}

function reference(test: { field: string; part?: string } | { column: string; part?: string }): Value {
  const part = test.part === undefined ? {} : { part: test.part };
  return "field" in test ? { field: test.field, ...part } : { column: test.column, ...part };
}

/** Kleene's and/or: one `decisive` part settles the whole, otherwise one "cannot tell" leaves it open. */
function together(parts: Judgement[], decisive: "yes" | "no"): Judgement {
  const deciding = parts.filter((part) => part.answer === decisive);
  const open = parts.filter((part) => part.answer === "cannot tell");
  const answer = deciding.length > 0 ? decisive : open.length > 0 ? "cannot tell" : decisive === "no" ? "yes" : "no";
  const telling = parts.filter((part) => part.answer === answer);
  const distance = answer === "no" ? telling.find((part) => part.distance)?.distance : undefined;
  return {
    answer,
    working: [...new Set(telling.map((part) => part.working))].join(" "),
    missing: answer === "cannot tell" ? eachOnce(open.flatMap((part) => part.missing)) : [],
    ...(distance ? { distance } : {}),
  };
}

function eachOnce(missing: Missing[]): Missing[] {
  return [...new Map(missing.map((one) => [[one.question, one.row, one.column, one.label].join("|"), one])).values()];
}

function opposite(judgement: Judgement): Judgement {
  const { working, missing } = judgement;
  const answer = judgement.answer === "yes" ? "no" : judgement.answer === "no" ? "yes" : "cannot tell";
  return { answer, working, missing };
}

function cannotTell(missing: Missing[]): Judgement {
  const names = [...new Set(missing.map((one) => one.label))];
  const working = names.length > 0 ? `Not known yet: ${names.join("; ")}.` : "The values given cannot be compared.";
  return { answer: "cannot tell", working, missing };
}

function answered(facts: Facts, id: string): Judgement {
  const fact = facts.field(id);
  if (!fact.known) return cannotTell(fact.missing);
  return { answer: "yes", working: `${facts.labelOf(id)}: answered.`, missing: [] };
}

function oneOf(value: Value, wanted: (string | boolean)[], place: Place): Judgement {
  const fact = valueOf(value, place);
  if (!fact.known) return cannotTell(fact.missing);
  const yes = wanted.some((one) => matches(fact.value, one));
  return { answer: yes ? "yes" : "no", working: `${fact.label}: ${show(fact.value)}.`, missing: [] };
}

function matches(value: Comparable, wanted: string | boolean): boolean {
  if (value.unit === "boolean") return value.yes === wanted;
  if (value.unit === "list") return value.items.includes(String(wanted));
  return "text" in value && value.text === wanted;
}

/** How a comparison is said by what it is with. */
const comparisonWords: Record<Comparison, { amount: string; date: string; moment: string }> = {
  "at-least": { amount: "at least", date: "on or after", moment: "at or after" },
  "at-most": { amount: "at most", date: "on or before", moment: "at or before" },
  "more-than": { amount: "more than", date: "after", moment: "after" },
  "less-than": { amount: "less than", date: "before", moment: "before" },
  equals: { amount: "equal to", date: "on", moment: "at" },
  "not-equals": { amount: "other than", date: "other than", moment: "other than" },
};

function wordsFor(comparison: Comparison, limit: Comparable): string {
  return comparisonWords[comparison][limit.unit === "date" || limit.unit === "moment" ? limit.unit : "amount"];
}

function compare(value: Value, comparison: Comparison, limit: Value, place: Place): Judgement {
  const [left, right] = [valueOf(value, place), valueOf(limit, place)];
  if (!left.known || !right.known) return cannotTell([...missingOf(left), ...missingOf(right)]);
  const [a, b] = align(left.value, right.value);
  const yes = holds(comparison, a, b);
  const needed = `Needed: ${wordsFor(comparison, b)} ${withLabel({ ...right, value: b })}.`;
  if (yes === undefined)
    return isWhen(a) && isWhen(b) ? noTimeOfDay(`${left.label}: ${show(a)}`, needed) : cannotTell([]);
  const working = `${left.label}: ${show(a)}. ${needed}`;
  const gap = order(a, b);
  const distance = yes || gap === undefined || gap === 0 ? {} : { distance: showGap(gap, gapUnit(a, b)) };
  return { answer: yes ? "yes" : "no", working, missing: [], ...distance };
}

/** A day that is the day of a deadline: only its hour would tell. */
function noTimeOfDay(given: string, needed: string): Judgement {
  return { answer: "cannot tell", working: `${given}, without a time of day. ${needed}`, missing: [] };
}

function gapUnit(left: Comparable, right: Comparable): Comparable["unit"] {
  return right.unit === "moment" ? right.unit : left.unit;
}

function listed(test: { value: Value; table: string }, place: Place): Judgement {
  const fact = valueOf(test.value, place);
  if (!fact.known) return cannotTell(fact.missing);
  const found = place.facts.listed(test.table, fact.value);
  if (!found.known) return cannotTell(found.missing);
  const yes = found.value.unit === "boolean" && found.value.yes;
  const working = `${fact.label}: ${show(fact.value)}, ${yes ? "in" : "not in"} ${found.label}.`;
  return { answer: yes ? "yes" : "no", working, missing: [] };
}

function overRows(ask: Selection & { test: Condition }, decisive: "yes" | "no", place: Place): Judgement {
  const selected = select(ask, place);
  if (!selected.known) return cannotTell(selected.missing);
  const verdicts = selected.rows.map((row) => judge(ask.test, place.facts, row));
  const verdict = together(verdicts, decisive);
  return verdict.working === "" ? { ...verdict, working: `${selected.label}: none to test.` } : verdict;
}
