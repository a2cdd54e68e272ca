import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { formatPence, poundsToPence, roundRatio } from "../../../src/money/pence.ts";
import { parsePounds } from "../../../src/money/parse-pounds.ts";

const wholePence = fc.integer({ min: -9_000_000_000_00, max: 9_000_000_000_00 });

describe("reading pounds", () => {
  test.each([
    ["1200", 120_000],
    ["£1,200", 120_000],
    ["1,234.5", 123_450],
    ["(500)", -50_000],
    ["-500", -50_000],
    ["500-", -50_000],
    ["−500", -50_000],
    ["–500", -50_000],
    ["£ 1\u00a0200.05", 120_005],
    ["-£12.50", -1_250],
    [".50", 50],
    ["0", 0],
    ["-0", 0],
  ])("an officer who types %s means %i pence", (typed, pence) => {
    expect(parsePounds(typed)).toEqual({ ok: true, value: pence });
  });

  test.each([
    "1.2m",
    "12k",
    "1,2",
    "1.200,50",
    "n/a",
    "-",
    "",
    " ",
    "1e5",
    "12.345",
    "£",
    "1 2 3,4",
    "NaN",
    "Infinity",
    "10%",
  ])("%s could be read two ways or not at all, so it is refused and never guessed", (typed) => {
    expect(parsePounds(typed).ok).toBe(false);
  });

  test("every amount that is shown can be typed back", () => {
    fc.assert(
      fc.property(wholePence, (pence) => {
        expect(parsePounds(formatPence(pence))).toEqual({ ok: true, value: pence });
      }),
    );
  });

  test("pounds written in a file come back to the same pence", () => {
    fc.assert(
      fc.property(wholePence, (pence) => {
        expect(poundsToPence(pence / 100)).toBe(pence);
      }),
    );
  });
});

describe("rounding to the penny", () => {
  test("half a penny goes away from zero, as in a workbook", () => {
    expect([1n, 3n, -1n, -3n].map((half) => roundRatio(half, 2n))).toEqual([1n, 2n, -1n, -2n]);
  });

  test("is never more than half a penny out", () => {
    const fraction = fc.tuple(
      fc.bigInt({ min: -(10n ** 18n), max: 10n ** 18n }),
      fc.bigInt({ min: 1n, max: 10n ** 9n }),
    );
    fc.assert(
      fc.property(fraction, ([top, bottom]) => {
        const error = 2n * (roundRatio(top, bottom) * bottom - top);
        expect(error <= bottom && error >= -bottom).toBe(true);
      }),
    );
  });
});
