import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparable } from "../../../src/fields/field.ts";
import { comparisons, type Comparison } from "../../../src/rules/condition.ts";
import { align, holds, order, show, showGap } from "../../../src/rules/quantities.ts";
import { day, moment, pounds, text } from "../../support/facts.ts";
import { anyDay, anyMoment } from "../../support/moments.ts";

/** Moments and days close together, so that edges are met often. */
const nearMoment = fc
  .record({ day: fc.integer({ min: 1, max: 3 }), hour: fc.constantFrom("00:00", "00:01", "17:00", "23:59") })
  .map((at) => `2014-02-0${at.day}T${at.hour}`);
const nearDay = fc.integer({ min: 1, max: 3 }).map((number) => `2014-02-0${number}`);
const someMoment = fc.oneof(nearMoment, anyMoment);
const someDay = fc.oneof(nearDay, anyDay);
const when: fc.Arbitrary<Comparable> = fc.oneof(someMoment.map(moment), someDay.map(day));

const opposites: Partial<Record<Comparison, Comparison>> = {
  "at-most": "more-than",
  "at-least": "less-than",
  equals: "not-equals",
};

describe("moments", () => {
  test("compare as their texts do, to the minute", () => {
    fc.assert(
      fc.property(someMoment, someMoment, (a, b) => {
        const [left, right] = [moment(a), moment(b)];
        expect(holds("at-most", left, right)).toBe(a <= b);
        expect(holds("at-least", left, right)).toBe(a >= b);
        expect(holds("more-than", left, right)).toBe(a > b);
        expect(holds("less-than", left, right)).toBe(a < b);
        expect(holds("equals", left, right)).toBe(a === b);
        expect(order(left, right)).toBe(0 - (order(right, left) ?? Number.NaN));
      }),
    );
  });

  test("are an hour apart by 60", () => {
    expect(order(moment("2014-02-10T18:00"), moment("2014-02-10T17:00"))).toBe(60);
  });
});

describe("a day that limits a moment", () => {
  test("takes in all of that day: only the day of the moment counts", () => {
    fc.assert(
      fc.property(someMoment, someDay, (at, limit) => {
        const [left, right] = [moment(at), day(limit)];
        const own = day(at.slice(0, 10));
        for (const comparison of comparisons)
          expect(holds(comparison, left, right)).toBe(holds(comparison, own, right));
      }),
    );
  });

  test("is missed by the minutes since its last, or until its first", () => {
    expect(order(moment("2014-02-11T00:05"), day("2014-02-10"))).toBe(6);
    expect(order(moment("2014-02-09T23:59"), day("2014-02-10"))).toBe(-1);
    expect(order(moment("2014-02-10T12:00"), day("2014-02-10"))).toBe(0);
  });
});

describe("a day that is held against a moment", () => {
  test("is told only where every minute of the day gives the same answer", () => {
    fc.assert(
      fc.property(someDay, someMoment, fc.constantFrom(...comparisons), (on, limit, comparison) => {
        const told = holds(comparison, day(on), moment(limit));
        const edges = ["00:00", "00:01", "12:00", "23:58", "23:59", limit.slice(11)].map((time) =>
          holds(comparison, moment(`${on}T${time}`), moment(limit)),
        );
        if (told === undefined) expect(new Set(edges).size).toBe(2);
        else expect(new Set(edges)).toEqual(new Set([told]));
      }),
    );
  });
});

test("what is not so is so the other way round, for days and moments alike", () => {
  fc.assert(
    fc.property(when, when, (left, right) => {
      for (const [one, other] of Object.entries(opposites) as [Comparison, Comparison][]) {
        const answer = holds(one, left, right);
        expect(holds(other, left, right)).toBe(answer === undefined ? undefined : !answer);
      }
    }),
  );
});

test("a gap is nothing exactly where neither lies beyond the other", () => {
  fc.assert(
    fc.property(when, when, (left, right) => {
      const gap = order(left, right) ?? Number.NaN;
      expect(gap > 0).toBe(holds("at-most", left, right) === false);
      expect(gap < 0).toBe(holds("at-least", left, right) === false);
    }),
  );
});

test("a bare text beside a moment is the day or the moment it says, and no other text is", () => {
  const at = moment("2014-02-10T17:00");
  expect(align(text("2014-02-10T16:00"), at)[0]).toEqual(moment("2014-02-10T16:00"));
  expect(align(at, text("2014-02-10"))[1]).toEqual(day("2014-02-10"));
  expect(align(day("2014-02-10"), text("2014-02-10T16:00"))[1]).toEqual(moment("2014-02-10T16:00"));
  expect(align(at, text("5pm"))[1]).toEqual(text("5pm"));
});

test("a moment and an amount cannot be compared", () => {
  expect(holds("at-most", moment("2014-02-10T17:00"), pounds(1))).toBeUndefined();
  expect(order(moment("2014-02-10T17:00"), pounds(1))).toBeUndefined();
  expect(holds("equals", moment("2014-02-10T17:00"), pounds(1))).toBe(false);
});

test("a moment and the gap between two are shown in words", () => {
  expect(show(moment("2022-08-02T12:00"))).toBe("midday on 2 August 2022");
  expect(showGap(-125, "moment")).toBe("2 hours and 5 minutes");
  expect(showGap(3 * 1440, "moment")).toBe("3 days");
});
