import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { uprate, workingDaysUntil } from "../../../src/schemes/reference-series.ts";
import { referenceSeries } from "../../support/bidwright.ts";

const { priceIndexes, bankHolidays } = referenceSeries();
const [deflator] = priceIndexes.series;
if (!deflator) throw new Error("No price index is held");
const years = fc.constantFrom(...Object.keys(deflator.index));

describe("an amount brought to another year’s prices", () => {
  test("is worked out by the two years’ indexes, and says how", () => {
    expect(uprate(100_00, { from: "2014", to: "2024" }, deflator)).toEqual({
      ok: true,
      value: {
        pence: 133_95,
        working:
          "£100 at the prices of 2014 × 100 ÷ 74.6524 = £133.95 at the prices of 2024 (GDP deflator by calendar year, 2024 = 100, edition 2025-12).",
      },
    });
  });

  test("of a financial year counts as the year it begins in", () => {
    expect(uprate(100_00, { from: "2014-15", to: "2024-25" }, deflator)).toMatchObject({ value: { pence: 133_95 } });
  });

  test.each(["2012", "2017", "2019-20", "2025", "next year"])(
    "of %s is refused: no value is held, and none is guessed",
    (year) => {
      expect(uprate(1, { from: year, to: "2024" }, deflator)).toMatchObject({
        ok: false,
        error: expect.stringContaining(year) as string,
      });
      expect(uprate(1, { from: "2024", to: year }, deflator)).toMatchObject({ ok: false });
    },
  );

  test("is the same amount in the same year, and comes back within a penny for each pound of change", () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 1_000_000_000 }), years, years, (pence, from, to) => {
        expect(uprate(pence, { from, to: from }, deflator)).toMatchObject({ value: { pence } });
        const there = uprate(pence, { from, to }, deflator);
        const back = there.ok ? uprate(there.value.pence, { from: to, to: from }, deflator) : there;
        expect(back.ok && Math.abs(back.value.pence - pence)).toBeLessThanOrEqual(1);
      }),
    );
  });
});

describe("working days to a deadline", () => {
  test("leave out weekends and bank holidays", () => {
    expect(workingDaysUntil("2026-12-21", "2027-01-05", bankHolidays)).toEqual({ ok: true, value: 8 });
    expect(workingDaysUntil("2013-07-12", "2013-07-14", bankHolidays)).toEqual({ ok: true, value: 0 });
  });

  test("outside the bank holidays held are refused", () => {
    expect(workingDaysUntil("2012-12-31", "2013-01-02", bankHolidays)).toMatchObject({ ok: false });
    expect(workingDaysUntil("2027-12-31", "2028-01-04", bankHolidays)).toMatchObject({ ok: false });
  });

  test("add up over any day between", () => {
    const day = fc
      .integer({ min: 0, max: 5000 })
      .map((n) => new Date(Date.UTC(2013, 0, 1 + n)).toISOString().slice(0, 10));
    fc.assert(
      fc.property(day, day, day, (...days) => {
        const [a, b, c] = days.toSorted() as [string, string, string];
        const count = (from: string, to: string) => {
          const counted = workingDaysUntil(from, to, bankHolidays);
          if (!counted.ok) throw new Error(counted.error);
          return counted.value;
        };
        expect(count(a, c)).toBe(count(a, b) + count(b, c));
      }),
    );
  });

  test("no bank holiday falls on a weekend, and every year has at least eight", () => {
    const weekend = bankHolidays.days.filter(({ day }) => [0, 6].includes(new Date(day).getUTCDay()));
    expect(weekend).toEqual([]);
    for (let year = 2013; year <= 2027; year += 1) {
      expect(bankHolidays.days.filter(({ day }) => day.startsWith(String(year))).length).toBeGreaterThanOrEqual(8);
    }
  });
});
