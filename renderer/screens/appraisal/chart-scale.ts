import type { Pence } from "../../../src/money/pence.ts";

/** Turns amounts into heights of a chart, with round amounts for the lines across it. */
export interface ChartScale {
  /** Pixels from the top. */
  y(amount: Pence): number;
  ticks: Pence[];
}

const roundSteps = [1, 2, 2.5, 5, 10];
const wantedTicks = 4;

/** @param space pixels from the highest to the lowest line */
export function chartScale(amounts: readonly Pence[], space: { top: number; bottom: number }): ChartScale {
  const low = Math.min(0, ...amounts);
  const high = Math.max(0, ...amounts);
  const step = roundStep((high - low || 100) / wantedTicks);
  const first = Math.floor(low / step);
  const last = Math.max(first + 1, Math.ceil(high / step));
  const ticks = Array.from({ length: last - first + 1 }, (_, index) => (first + index) * step);
  const [bottom, top] = [first * step, last * step];
  return { ticks, y: (amount) => space.bottom - ((amount - bottom) / (top - bottom)) * (space.bottom - space.top) };
}

function roundStep(rough: number): number {
  const power = 10 ** Math.floor(Math.log10(rough));
  const factor = roundSteps.find((one) => one * power >= rough) ?? 10;
  return factor * power;
}

const millions = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** `£1.5m`, `£250k`: short enough for the edge of a chart. */
export function shortPounds(pence: Pence): string {
  const pounds = Math.abs(pence) / 100;
  const sign = pence < 0 ? "-" : "";
  if (pounds >= 1_000_000) return `${sign}£${millions.format(pounds / 1_000_000)}m`;
  return pounds >= 1_000 ? `${sign}£${millions.format(pounds / 1_000)}k` : `${sign}£${millions.format(pounds)}`;
}
