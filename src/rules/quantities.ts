import type { Comparable } from "../fields/field.ts";
import { formatPence } from "../money/pence.ts";
import { isIsoDate, longDate } from "../shared/dates.ts";

type Amount = Extract<Comparable, { amount: number }>;

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
    case "text":
      return value.text;
    case "boolean":
      return value.yes ? "yes" : "no";
    case "list":
      return value.items.join(", ");
  }
}

function isAmount(value: Comparable): value is Amount {
  return "amount" in value;
}

/** A bare number next to money is pounds; a bare text next to a date is a date. */
function alignTo(value: Comparable, other: Comparable): Comparable {
  if (value.unit === "number" && other.unit === "pence") return { unit: "pence", amount: value.amount * 100 };
  if (value.unit === "number" && other.unit === "percent") return { unit: "percent", amount: value.amount };
  if (value.unit === "text" && other.unit === "date" && isIsoDate(value.text))
    return { unit: "date", text: value.text };
  return value;
}

export function align(left: Comparable, right: Comparable): [Comparable, Comparable] {
  return [alignTo(left, right), alignTo(right, left)];
}

/** Negative, zero or positive; undefined when the two cannot be ordered. */
export function order(left: Comparable, right: Comparable): number | undefined {
  if (left.unit !== right.unit) return undefined;
  if (isAmount(left) && isAmount(right)) return left.amount - right.amount;
  if (left.unit === "date" && right.unit === "date") return daysBetween(right.text, left.text);
  return undefined;
}

export function equal(left: Comparable, right: Comparable): boolean {
  return left.unit === right.unit && JSON.stringify(left) === JSON.stringify(right);
}

function daysBetween(from: string, to: string): number {
  return (Date.parse(to) - Date.parse(from)) / 86_400_000;
}

/** How far off, in words: `£1`, `12 days`, `1.03 percentage points`. */
export function showGap(gap: number, unit: Comparable["unit"]): string {
  const size = Math.abs(gap);
  if (unit === "pence") return formatPence(Math.ceil(size));
  if (unit === "percent") return `${plain.format(size)} percentage points`;
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
