import { comparisons, type Condition, type Value } from "./condition.ts";
import type { Facts } from "./facts.ts";
import { judge } from "./judge.ts";
import { valueOf } from "./values.ts";

/** What could be put in a question that the rule looks at. Amounts are in the unit the answer is stored in. */
export type Candidate =
  | { question: string; kind: "amount"; current: number; lowest: number; highest: number }
  | { question: string; kind: "one-of"; values: unknown[] };

export interface Fix {
  question: string;
  value: unknown;
}

/** The rule's condition, and the bid's facts as they would be with another answer. */
export interface FixSearch {
  test: Condition;
  candidates: readonly Candidate[];
  factsWith(question: string, value: unknown): Facts;
}

/**
 * The smallest change to one answer that meets the rule, found by applying changes and judging again.
 * Undefined where no single answer can.
 */
export function nearestFix(search: FixSearch): Fix | undefined {
  const meets = (question: string, value: unknown) =>
    judge(search.test, search.factsWith(question, value)).answer === "yes";
  for (const candidate of search.candidates) {
    const { question } = candidate;
    const value =
      candidate.kind === "amount"
        ? nearestAmount(candidate, limitsIn(search.test, search.factsWith(question, candidate.current)), (amount) =>
            meets(question, amount),
          )
        : candidate.values.find((one) => meets(question, one));
    if (value !== undefined) return { question, value };
  }
  return undefined;
}

type AmountCandidate = Extract<Candidate, { kind: "amount" }>;

/** Tries every limit in the rule and doubling steps both ways, then halves back to the edge of what meets the rule. */
function nearestAmount(
  candidate: AmountCandidate,
  limits: readonly number[],
  meets: (amount: number) => boolean,
): number | undefined {
  const { current, lowest, highest } = candidate;
  const inside = (amount: number) => amount >= lowest && amount <= highest && amount !== current;
  const tried = [...limits.map(Math.round), ...doublingSteps(candidate)].filter(inside);
  const nearest = tried.toSorted((a, b) => Math.abs(a - current) - Math.abs(b - current)).find(meets);
  if (nearest === undefined) return undefined;
  const direction = Math.sign(nearest - current);
  return (
    current + direction * bisect(0, Math.abs(nearest - current), (distance) => meets(current + direction * distance))
  );
}

function doublingSteps({ current, lowest, highest }: AmountCandidate): number[] {
  const steps = [lowest, highest];
  for (let step = 1; step < highest - lowest; step *= 2) steps.push(current - step, current + step);
  return steps;
}

/** Every amount that the condition compares with, as the bid stands. */
function limitsIn(condition: Condition, facts: Facts): number[] {
  if ("all" in condition) return condition.all.flatMap((part) => limitsIn(part, facts));
  if ("any" in condition) return condition.any.flatMap((part) => limitsIn(part, facts));
  if ("not" in condition) return limitsIn(condition.not, facts);
  const place = { facts, judge };
  return limitValues(condition).flatMap((limit) => {
    if (typeof limit === "number") return [limit, limit * 100];
    const fact = valueOf(limit, place);
    return fact.known && "amount" in fact.value ? [fact.value.amount] : [];
  });
}

function limitValues(condition: Condition): Value[] {
  if ("between" in condition) return [condition.between.value, condition.between.low, condition.between.high];
  if (!("value" in condition)) return [];
  return [condition.value, ...comparisons.flatMap((name) => condition[name] ?? [])];
}

function bisect(failing: number, meeting: number, meets: (distance: number) => boolean): number {
  let [low, high] = [failing, meeting];
  while (high - low > 1) {
    const middle = Math.floor((low + high) / 2);
    if (meets(middle)) high = middle;
    else low = middle;
  }
  return high;
}
