import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entryText } from "../../../src/history/entry-text.ts";
import { inOrder } from "../../../src/history/in-order.ts";
import { change } from "../../../src/history/change.ts";
import type { NewEntry } from "../../../src/history/log.ts";

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

const text = fc.string({ maxLength: 4 });
const value = data.filter((one) => one !== undefined);
const place = { question: text, row: text };
const was = value;
const changes = [
  { do: fc.constant("answer"), value, question: text, was },
  { do: fc.constant("splice"), ...place, column: text, out: text, in: text, at: fc.nat() },
  { do: fc.constant("add-row"), question: text, row: fc.record({ id: text, order: text, cells: fc.object() }) },
  { do: fc.constant("remove-row"), row: fc.record({ cells: fc.object(), id: text }), question: text },
  { do: fc.constant("order-row"), ...place, was: text, order: text },
  { do: fc.constant("cell"), ...place, column: text, value, was },
  { do: fc.constant("retitle"), was: text, title: text },
  { do: fc.constant("choose-strand"), strand: text, was: text },
  { do: fc.constant("mark"), was: fc.constant("OFFICIAL"), marking: fc.constant("OFFICIAL-SENSITIVE") },
  { do: fc.constant("adopt-scheme"), version: text, was: text },
].map((members) => fc.record<Record<string, unknown>>(members));

const entries = fc.record<Record<keyof NewEntry, unknown>>(
  {
    who: text,
    changes: fc.array(fc.oneof(...changes), { maxLength: 4 }),
    at: text,
    parents: fc.array(text, { maxLength: 2 }),
    about: text,
    conflicts: fc.array(fc.object(), { maxLength: 2 }),
    settles: fc.array(text),
    brought: fc.array(text),
    undoes: text,
    redoes: text,
    name: text,
    start: fc.object(),
  },
  { requiredKeys: ["who", "changes", "at", "parents", "about"] },
);

describe("the text that ids are made of", () => {
  test("holds every member of an entry and of every kind of change, wherever it stood", () => {
    fc.assert(
      fc.property(entries, (one) => entryText(one as NewEntry) === plainly(one)),
      { numRuns: 5000 },
    );
  });

  test("is tried with every kind of change there is", () => {
    const tried = changes.map((one) => fc.sample(one, 1)[0]?.["do"]);
    expect(tried).toEqual(expect.arrayContaining(change.options.map(({ shape }) => shape.do.value)));
  });

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
