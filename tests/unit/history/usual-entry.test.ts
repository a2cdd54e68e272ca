import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { entry } from "../../../src/history/log.ts";
import { isUsualEntry } from "../../../src/history/usual-entry.ts";

const text = fc.string({ maxLength: 4 });
const change = fc.oneof(
  fc.record({ do: fc.constant("answer"), question: text, value: fc.jsonValue(), was: fc.jsonValue() }),
  fc.record({
    do: fc.constant("cell"),
    question: text,
    row: text,
    column: text,
    value: fc.jsonValue(),
    was: fc.jsonValue(),
  }),
  fc.record(
    { do: fc.constant("splice"), question: text, row: text, column: text, at: fc.nat(), out: text, in: text },
    { requiredKeys: ["do", "question", "at", "out", "in"] },
  ),
);
const usual = fc.record({
  id: text,
  parents: fc.array(text, { maxLength: 2 }),
  at: text,
  who: text,
  about: text,
  changes: fc.array(change, { maxLength: 3 }),
});

type Members = Record<string, unknown>;

/** An entry with one member of it, or of one of its changes, taken away, replaced or added. */
const spoiled = fc
  .tuple(usual, fc.boolean(), fc.nat(), fc.constantFrom("remove", "replace", "add"), fc.jsonValue())
  .map(([one, inChange, at, how, value]): unknown => {
    const copy = structuredClone(one) as unknown as Members;
    const changes = copy["changes"] as Members[];
    const target = inChange && changes.length > 0 ? (changes[at % changes.length] as Members) : copy;
    const keys = Object.keys(target);
    const key = how === "add" ? "more" : (keys[at % keys.length] ?? "id");
    if (how === "remove") delete target[key];
    else target[key] = value;
    return copy;
  });

describe("an entry of the most common form", () => {
  test("is told without the schema", () => {
    fc.assert(
      fc.property(usual, (one) => isUsualEntry(one)),
      { numRuns: 2000 },
    );
  });

  test("is nothing that the schema refuses, or reads as something else", () => {
    const asked = { usual: 0, other: 0 };
    fc.assert(
      fc.property(spoiled, (one) => {
        const told = isUsualEntry(one);
        asked[told ? "usual" : "other"] += 1;
        if (told) expect(entry.safeParse(one)).toEqual({ success: true, data: one });
      }),
      { numRuns: 10_000 },
    );
    expect([asked.usual > 500, asked.other > 5000]).toEqual([true, true]);
  });

  test("is no entry that says more, which the schema is asked about", () => {
    const [one] = fc.sample(usual, 1);
    expect(isUsualEntry({ ...one, name: "sent to finance" })).toBe(false);
    expect(isUsualEntry({ ...one, changes: [{ do: "retitle", title: "a", was: "b" }] })).toBe(false);
    expect([null, [], "text", 5].map(isUsualEntry)).toEqual([false, false, false, false]);
  });
});
