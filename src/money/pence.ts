/** Whole pence. Safe up to £90 billion with room for sums of a thousand such lines. */
export type Pence = number;

const pounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP" });
const wholePounds = new Intl.NumberFormat("en-GB", { style: "currency", currency: "GBP", maximumFractionDigits: 0 });

/** `£1,234.50`, and `£1,234` where there are no pence. Minus before the pound sign, as Word and Excel show it. */
export function formatPence(pence: Pence): string {
  return pence % 100 === 0 ? wholePounds.format(pence / 100) : pounds.format(pence / 100);
}

/** Pounds as a person wrote them in data, to whole pence, half a penny away from zero. */
export function poundsToPence(value: number): Pence {
  const scaled = Math.round(Math.abs(value) * 1000) / 10;
  return Math.sign(value) * Math.floor(scaled + 0.5) || 0;
}

/** A fraction rounded to a whole number, halves away from zero, as Excel's ROUND does. Exact at any size. */
export function roundRatio(numerator: bigint, denominator: bigint): bigint {
  if (denominator === 0n) throw new Error("A ratio needs a denominator other than 0");
  const negative = numerator < 0n !== denominator < 0n;
  const top = numerator < 0n ? -numerator : numerator;
  const bottom = denominator < 0n ? -denominator : denominator;
  const rounded = (2n * top + bottom) / (2n * bottom);
  return negative ? -rounded : rounded;
}

export function sumPence(amounts: Iterable<Pence>): Pence {
  let total = 0;
  for (const amount of amounts) total += amount;
  return total;
}
