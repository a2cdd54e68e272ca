import { isUnread } from "../../src/fields/field.ts";

const grouped = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 6 });
const wholePounds = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 0 });
const poundsAndPence = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** A stored value as it stands in a box that can be typed in. */
export function typedText(value: unknown, show: (value: never) => string): string {
  if (value === undefined || value === null) return "";
  return isUnread(value) ? value.unread : show(value as never);
}

/** Pounds without their sign, which stands before the box. */
export function poundsText(pence: number): string {
  return (pence % 100 === 0 ? wholePounds : poundsAndPence).format(pence / 100);
}

export function numberText(value: number): string {
  return grouped.format(value);
}
