import type { Comparable } from "../fields/field.ts";
import { formatPence } from "../money/pence.ts";
import { isIsoDate, longDate } from "../shared/dates.ts";
import { isMoment, longMoment, longSpan, minutesOf } from "../shared/moments.ts";
import type { Comparison } from "./condition.ts";

type Amount = Extract<Comparable, { amount: number }>;

/** The lowest and the highest that a value can be; one that is known exactly has both the same. */
type Span = readonly [low: number, high: number];

const plain = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** How a value reads in a rule's working. */
export function show(value: Comparable): string {
  switch (value.unit) {
    case "pence":
      return formatPence(Math.round(value.amount));
    case "percent":
      return `${plain.format(value.amount)}%`;
    case "number":
      return plain.format(value.amount);
    case "date":
      return longDate(value.text);
    case "moment":
      return longMoment(value.text);
    case "boolean":
      return value.yes ? "yes" : "no";
    default:
      return showNamed(value);
  }
}

/** As people know it, where it is compared by an id. */
function showNamed(value: Extract<Comparable, { unit: "text" | "list" }>): string {
  return value.unit === "text" ? (value.shown ?? value.text) : (value.shown ?? value.items).join(", ");
}

function isAmount(value: Comparable): value is Amount {
  return "amount" in value;
}

/** A value that says when: a day, or a moment of one. */
export function isWhen(value: Comparable): value is Extract<Comparable, { unit: "date" | "moment" | "text" }> {
  return value.unit === "date" || value.unit === "moment";
}

/** A bare number next to money is pounds; a bare text next to a date or a moment is whichever of the two it says. */
function alignTo(value: Comparable, other: Comparable): Comparable {
  if (value.unit === "number" && other.unit === "pence") return { unit: "pence", amount: value.amount * 100 };
  if (value.unit === "number" && other.unit === "percent") return { unit: "percent", amount: value.amount };
  if (value.unit === "text" && isWhen(other)) {
    if (isIsoDate(value.text)) return { unit: "date", text: value.text };
    if (isMoment(value.text)) return { unit: "moment", text: value.text };
  }
  return value;
}

export function align(left: Comparable, right: Comparable): [Comparable, Comparable] {
  return [alignTo(left, right), alignTo(right, left)];
}

/**
 * How far `left` lies beyond `right`: negative, zero or positive, in the unit of the two. Two days differ by days, and
 * moments by minutes, counted from the nearest minute of a day where one of the two is a day. Undefined when the two
 * cannot be ordered.
 */
export function order(left: Comparable, right: Comparable): number | undefined {
  if (left.unit === "date" && right.unit === "date") return daysBetween(right.text, left.text);
  const spans = spansOf(left, right);
  if (!spans) return undefined;
  const [[low, high], [lowest, highest]] = spans;
  if (low > highest) return low - highest;
  return high < lowest ? high - lowest : 0;
}

/** The two in one unit; undefined where they have none in common. */
function spansOf(left: Comparable, right: Comparable): [Span, Span] | undefined {
  if (left.unit !== right.unit && !(isWhen(left) && isWhen(right))) return undefined;
  const [a, b] = [spanOf(left), spanOf(right)];
  return a && b ? [a, b] : undefined;
}

function spanOf(value: Comparable): Span | undefined {
  if (isAmount(value)) return [value.amount, value.amount];
  return isWhen(value) ? minutesOf(value.text) : undefined;
}

/**
 * Whether a comparison holds. A day that limits a moment takes in all of that day, from its first minute to its last.
 * Undefined where the two cannot be compared, and for a day that is held against a moment of the same day, unless every
 * minute of the day gives the same answer.
 */
export function holds(comparison: Comparison, left: Comparable, right: Comparable): boolean | undefined {
  if (comparison === "not-equals") return opposite(holds("equals", left, right));
  if (comparison === "more-than") return opposite(holds("at-most", left, right));
  if (comparison === "less-than") return opposite(holds("at-least", left, right));
  const spans = spansOf(left, right);
  if (!spans) return comparison === "equals" ? equal(left, right) : undefined;
  const [[low, high], [lowest, highest]] = spans;
  if (comparison === "at-most") return settled(high <= highest, low > highest);
  if (comparison === "at-least") return settled(low >= lowest, high < lowest);
  return settled(low >= lowest && high <= highest, low > highest || high < lowest);
}

function settled(yes: boolean, no: boolean): boolean | undefined {
  return yes || no ? yes : undefined;
}

function opposite(answer: boolean | undefined): boolean | undefined {
  return answer === undefined ? undefined : !answer;
}

function equal(left: Comparable, right: Comparable): boolean {
  return left.unit === right.unit && JSON.stringify(left) === JSON.stringify(right);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** How far off, in words: `£1`, `12 days`, `2 hours and 5 minutes`, `1.03 percentage points`. */
export function showGap(gap: number, unit: Comparable["unit"]): string {
  const size = Math.abs(gap);
  if (unit === "pence") return formatPence(Math.ceil(size));
  if (unit === "percent") return `${plain.format(size)} percentage points`;
  if (unit === "moment") return longSpan(size);
  if (unit === "date") return size === 1 ? "1 day" : `${plain.format(size)} days`;
  return plain.format(size);
}

/** Adds or subtracts amounts of one unit; undefined when they do not go together. */
export function combine(left: Comparable, right: Comparable, sign: 1 | -1): Comparable | undefined {
  const [a, b] = align(left, right);
  if (!isAmount(a) || !isAmount(b) || a.unit !== b.unit) return undefined;
  return { unit: a.unit, amount: a.amount + sign * b.amount };
}

/** One division only, so that a share on the boundary compares as being on it. */
export function shareOf(part: Comparable, whole: Comparable): Comparable | undefined {
  const [a, b] = align(part, whole);
  if (!isAmount(a) || !isAmount(b) || a.unit !== b.unit || b.amount === 0) return undefined;
  return { unit: "percent", amount: (100 * a.amount) / b.amount };
}

export function percentOf(rate: Comparable, whole: Comparable): Comparable | undefined {
  if (!isAmount(rate) || !isAmount(whole)) return undefined;
  return { unit: whole.unit, amount: (rate.amount * whole.amount) / 100 };
}
