import * as fc from "fast-check";
import { describe, expect, test } from "vitest";
import { chartScale, shortPounds } from "../../../renderer/screens/appraisal/chart-scale.ts";

const space = { top: 16, bottom: 240 };

describe("the scale of a chart", () => {
  test("every amount falls between the lowest and the highest line, and nought is a line", () => {
    const amounts = fc.array(fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 }), {
      minLength: 1,
      maxLength: 12,
    });
    fc.assert(
      fc.property(amounts, (given) => {
        const scale = chartScale(given, space);
        expect(scale.ticks.some((tick) => tick === 0)).toBe(true);
        expect(scale.ticks.length).toBeLessThanOrEqual(8);
        for (const amount of given) {
          expect(scale.y(amount)).toBeGreaterThanOrEqual(space.top - 0.001);
          expect(scale.y(amount)).toBeLessThanOrEqual(space.bottom + 0.001);
        }
      }),
    );
  });

  test.each([
    [150_000_000, "£1.5m"],
    [-25_000_000, "-£250k"],
    [95_000, "£950"],
    [0, "£0"],
  ])("%d pence is written %s", (pence, text) => expect(shortPounds(pence)).toBe(text));
});
