import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Comparable } from "../../../src/fields/field.ts";
import { comparisons, type Condition, type Value } from "../../../src/rules/condition.ts";
import { judge } from "../../../src/rules/judge.ts";
import { nearestFix } from "../../../src/rules/nearest-fix.ts";
import { day, factSheet, moment, pounds, text, yes } from "../../support/facts.ts";

const band: Condition = { between: { value: { field: "award" }, low: 50_000, high: { figure: "most" } } };
const figures = { most: pounds(500_000) };

describe("a band for the award", () => {
  test.each([
    [50_000, "yes"],
    [500_000, "yes"],
    [500_001, "no"],
    [49_999.99, "no"],
  ])("£%d gives %s", (award, answer) => {
    expect(judge(band, factSheet({ fields: { award: pounds(award) }, figures })).answer).toBe(answer);
  });

  test("shows its working and how far off it is", () => {
    const judged = judge(band, factSheet({ fields: { award: pounds(500_001) }, figures }));
    expect(judged.working).toBe("award: £500,001. Needed: at most £500,000 (most).");
    expect(judged.distance).toBe("£1");
  });

  test("cannot be told while no award is asked, and says what is missing", () => {
    const judged = judge(band, factSheet({ figures }));
    expect(judged).toMatchObject({ answer: "cannot tell", missing: [{ label: "award" }] });
  });
});

describe("lines of a table", () => {
  const costs = [
    { kind: text("one-off"), amount: pounds(100) },
    { kind: text("ongoing"), amount: pounds(900) },
  ];
  const oneOff: Value = { sum: { in: "costs", of: "amount", where: { column: "kind", is: "one-off" } } };

  test("are added up where they pass the test", () => {
    const judged = judge({ value: oneOff, equals: 100 }, factSheet({ tables: { costs } }));
    expect(judged.answer).toBe("yes");
  });

  test("a share exactly on the boundary counts as being on it", () => {
    const whole: Value = { sum: { in: "costs", of: "amount" } };
    const share: Condition = { value: { share: { of: oneOff, in: whole } }, "at-least": 10 };
    expect(judge(share, factSheet({ tables: { costs } })).answer).toBe("yes");
  });

  test("a line that lacks what is tested leaves the rule open", () => {
    const facts = factSheet({ tables: { costs: [...costs, { amount: pounds(5) }] } });
    expect(judge({ value: oneOff, "at-most": 1_000_000 }, facts).answer).toBe("cannot tell");
  });
});

test("a date on the last day is in time and the day after is late by a day", () => {
  const inTime: Condition = { value: { field: "sent" }, "at-most": "2013-07-14" };
  expect(judge(inTime, factSheet({ fields: { sent: day("2013-07-14") } })).answer).toBe("yes");
  expect(judge(inTime, factSheet({ fields: { sent: day("2013-07-15") } }))).toMatchObject({
    answer: "no",
    distance: "1 day",
  });
});

describe("a deadline to the hour", () => {
  const inTime: Condition = { value: { field: "sent" }, "at-most": { figure: "closing" } };
  const closing = { closing: moment("2014-02-10T17:00") };
  const sent = (value: Comparable) => judge(inTime, factSheet({ fields: { sent: value }, figures: closing }));

  test("is met on the minute", () => {
    expect(sent(moment("2014-02-10T17:00"))).toEqual({
      answer: "yes",
      working: "sent: 5pm on 10 February 2014. Needed: at or before 5pm on 10 February 2014 (closing).",
      missing: [],
    });
  });

  test("is missed by hours and minutes", () => {
    expect(sent(moment("2014-02-10T19:05"))).toMatchObject({ answer: "no", distance: "2 hours and 5 minutes" });
    expect(sent(moment("2014-02-13T17:00"))).toMatchObject({ answer: "no", distance: "3 days" });
  });

  test("cannot be told by the day alone on the last day, and says why", () => {
    expect(sent(day("2014-02-09")).answer).toBe("yes");
    expect(sent(day("2014-02-11"))).toMatchObject({ answer: "no", distance: "7 hours" });
    expect(sent(day("2014-02-10"))).toEqual({
      answer: "cannot tell",
      working: "sent: 10 February 2014, without a time of day. Needed: at or before 5pm on 10 February 2014 (closing).",
      missing: [],
    });
  });

  test("that is a day only is met until its last minute, and its own first minute is not before it", () => {
    const facts = (at: string) => factSheet({ fields: { sent: moment(at) } });
    const until: Condition = { value: { field: "sent" }, "at-most": "2014-02-10" };
    expect(judge(until, facts("2014-02-10T23:59"))).toMatchObject({
      answer: "yes",
      working: "sent: 11.59pm on 10 February 2014. Needed: on or before 10 February 2014.",
    });
    expect(judge(until, facts("2014-02-11T00:00"))).toMatchObject({ answer: "no", distance: "1 minute" });
    const before = judge({ value: { field: "sent" }, "less-than": "2014-02-10" }, facts("2014-02-10T00:00"));
    expect(before.answer).toBe("no");
    expect(before.distance).toBeUndefined();
  });

  test.each([
    ["at-least", "at or after"],
    ["more-than", "after"],
    ["less-than", "before"],
    ["equals", "at"],
    ["not-equals", "other than"],
  ] as const)("%s is said as “%s”", (comparison, words) => {
    const judged = judge({ value: { field: "sent" }, [comparison]: { figure: "closing" } } as Condition, {
      ...factSheet({ fields: { sent: moment("2014-02-10T16:00") }, figures: closing }),
    });
    expect(judged.working).toContain(`Needed: ${words} 5pm on 10 February 2014`);
  });
});

const amount: fc.Arbitrary<Comparable> = fc.integer({ min: 0, max: 20 }).map((value) => pounds(value));
const sheet = fc.record(
  {
    a: amount,
    b: amount,
    c: fc.constantFrom(text("x"), text("y")),
    d: fc.constant(yes),
    e: fc.constantFrom(moment("2014-02-10T17:00"), moment("2014-02-11T00:00"), day("2014-02-10")),
  },
  { requiredKeys: [] },
);
const leafValue: fc.Arbitrary<Value> = fc.oneof(
  fc.integer({ min: 0, max: 20 }),
  fc.constantFrom<Value>({ field: "a" }, { field: "b" }),
);
const value: fc.Arbitrary<Value> = fc.oneof(
  leafValue,
  fc.tuple(leafValue, leafValue).map(([of, whole]): Value => ({ share: { of, in: whole } })),
  fc.tuple(leafValue, leafValue).map(([rate, of]): Value => ({ percent: { rate, of } })),
  fc.tuple(leafValue, leafValue).map((parts): Value => ({ plus: parts })),
  fc.tuple(leafValue, leafValue).map((parts): Value => ({ minus: parts })),
);
const { condition } = fc.letrec<{ condition: Condition }>((tie) => ({
  condition: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom<Condition>(
      { answered: "a" },
      { answered: "d" },
      { field: "c", is: "x" },
      { field: "c", "one-of": ["x", "z"] },
      { field: "d", is: false },
      { listed: { value: { field: "c" }, table: "t" } },
      { value: { field: "e" }, "at-most": "2014-02-10T17:00" },
      { value: { field: "e" }, "more-than": "2014-02-10" },
    ),
    fc
      .tuple(value, fc.constantFrom(...comparisons), value)
      .map(([left, name, right]): Condition => ({ value: left, [name]: right })),
    fc.tuple(value, value, value).map(([one, low, high]): Condition => ({ between: { value: one, low, high } })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((all): Condition => ({ all })),
    fc.array(tie("condition"), { minLength: 1, maxLength: 3 }).map((any): Condition => ({ any })),
    tie("condition").map((not): Condition => ({ not })),
  ),
}));

test("taking an answer away never turns any condition to yes, nor yes to no", () => {
  fc.assert(
    fc.property(condition, sheet, fc.constantFrom("a", "b", "c", "d", "e"), (test_, full, gone) => {
      const before = judge(test_, factSheet({ fields: full as Record<string, Comparable> })).answer;
      const { [gone as keyof typeof full]: _, ...less } = full;
      const after = judge(test_, factSheet({ fields: less as Record<string, Comparable> })).answer;
      expect([before, "cannot tell"]).toContain(after);
    }),
    { numRuns: 3000 },
  );
});

describe("the nearest change", () => {
  const search = (test_: Condition, award: number) => ({
    test: test_,
    candidates: [
      { question: "award", kind: "amount" as const, current: award * 100, lowest: 0, highest: 100_000_000_000 },
    ],
    factsWith: (_: string, pence: unknown) =>
      factSheet({ fields: { award: { unit: "pence", amount: pence as number } }, figures }),
  });

  test.each([
    [500_001, 500_000],
    [900_000_000, 500_000],
    [10, 50_000],
  ])("from £%d is £%d", (award, fixed) => {
    expect(nearestFix(search(band, award))).toEqual({ question: "award", value: fixed * 100 });
  });

  test("meets the rule when it is made, and nothing nearer does", () => {
    const limits = fc.tuple(fc.integer({ min: 0, max: 2_000_000 }), fc.integer({ min: 0, max: 3_000_000 }));
    fc.assert(
      fc.property(limits, fc.integer({ min: 0, max: 9_000_000 }), ([low, width], award) => {
        const inside: Condition = { between: { value: { field: "award" }, low, high: low + width } };
        fc.pre(award < low || award > low + width);
        const nearest = award < low ? low : low + width;
        expect(nearestFix(search(inside, award))?.value).toBe(nearest * 100);
      }),
    );
  });

  test("is not made up where no single answer can meet the rule", () => {
    expect(nearestFix(search({ all: [band, { field: "never", is: "x" }] }, 1))).toBeUndefined();
  });
});
