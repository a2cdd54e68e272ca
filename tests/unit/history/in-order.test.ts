import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { inOrder } from "../../../src/history/in-order.ts";

/** The text that ids were made of from the first file on, by the plainest means. */
function plainly(value: unknown): string {
  const sorted = (one: unknown): unknown => {
    if (Array.isArray(one)) return one.map(sorted);
    if (typeof one !== "object" || one === null) return one;
    const members = Object.entries(one).filter(([, member]) => member !== undefined);
    return Object.fromEntries(
      members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, sorted(member)]),
    );
  };
  return JSON.stringify(sorted(value));
}

const canonicalJson = (value: unknown) => JSON.stringify(inOrder(value));

const key = fc.oneof(
  fc.string(),
  fc.nat().map(String),
  fc.constantFrom("__proto__", "2013-14", "01", "-1", "4294967295"),
);
const { data } = fc.letrec<{ data: unknown }>((tie) => ({
  data: fc.oneof(
    { depthSize: "small" },
    fc.constantFrom(null, true, false, undefined),
    fc.double({ noNaN: true }),
    fc.string({ unit: "binary" }),
    fc.array(tie("data"), { maxLength: 4 }),
    fc.array(fc.tuple(key, tie("data")), { maxLength: 6 }).map((members) => Object.fromEntries(members)),
  ),
}));

describe("the text that ids are made of", () => {
  test("is to the letter what it always was", () => {
    fc.assert(
      fc.property(
        data.filter((value) => value !== undefined),
        (value) => canonicalJson(value) === plainly(value),
      ),
      { numRuns: 20_000 },
    );
  });

  test("does not hang on the order in which members stand", () => {
    expect(canonicalJson({ b: 1, a: { d: [2], c: null } })).toBe('{"a":{"c":null,"d":[2]},"b":1}');
    expect(canonicalJson({ a: { c: null, d: [2] }, b: 1 })).toBe('{"a":{"c":null,"d":[2]},"b":1}');
  });
});
