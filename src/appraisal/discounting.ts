import { roundRatio, type Pence } from "../money/pence.ts";
import { yearsBetween, type FinancialYear } from "../shared/dates.ts";
import type { ByYear, Prices } from "./cash-flow.ts";

/** An exact fraction; year 0 is 1/1. */
export interface Factor {
  numerator: bigint;
  denominator: bigint;
}

/** Rates hold at most four decimals of a per cent. */
const scale = 1_000_000n;

function rateUnits(percent: number): bigint {
  return BigInt(Math.round(percent * 10_000));
}

/**
 * The discount factor of each year, exact: year 0 is undiscounted, and each later year divides by (1 + its own rate).
 * Nominal amounts are first brought to the base year's prices with the bid's own inflation assumption.
 *
 * @param rates per cent a year; the factor of year n uses the first n of them
 * @throws when a year lies before the base year or beyond the rates: never the nearest value
 */
export function discountFactors(years: readonly FinancialYear[], prices: Prices, rates: readonly number[]): Factor[] {
  const inflation = prices.basis === "nominal" ? rateUnits(prices.inflationPercent ?? 0) : 0n;
  return years.map((year) => {
    const age = yearsBetween(prices.baseYear, year);
    if (age < 0 || age > rates.length)
      throw new Error(`No discount rate for ${year} from base year ${prices.baseYear}`);
    let factor: Factor = { numerator: 1n, denominator: 1n };
    for (const rate of rates.slice(0, age)) {
      const growth = (scale + rateUnits(rate)) * (scale + inflation);
      factor = { numerator: factor.numerator * scale * scale, denominator: factor.denominator * growth };
    }
    return factor;
  });
}

/** Each year's amount in base-year value, rounded to the penny year by year, halves away from zero. */
export function presentValues(amounts: ByYear, factors: readonly Factor[]): ByYear {
  return amounts.map((amount, index) => presentValue(amount, factors[index] as Factor));
}

function presentValue(amount: Pence, factor: Factor): Pence {
  return Number(roundRatio(BigInt(amount) * factor.numerator, factor.denominator));
}

/** A factor as a decimal, for showing and for workbook formulas. */
export function factorAsNumber(factor: Factor): number {
  return Number((factor.numerator * 10n ** 18n) / factor.denominator) / 1e18;
}
