import fc from "fast-check";
import { expect, test } from "vitest";
import { applyEdit, type Edit } from "../../../src/bids/edit.ts";
import { emptyBid } from "../../support/bids.ts";

const question = fc.constantFrom("costs", "savings");
const row = fc.constantFrom("r1", "r2", "r3", "r4");
const value = fc.oneof(fc.string(), fc.integer(), fc.constant(null));

const edit: fc.Arbitrary<Edit> = fc.oneof(
  fc.record({ do: fc.constant("answer" as const), question: fc.constantFrom("summary", "award"), value }),
  fc.record({
    do: fc.constant("add-row" as const),
    question,
    row: fc.record({ id: row, cells: fc.record({ note: fc.string() }) }),
    at: fc.nat({ max: 4 }),
  }),
  fc.record({ do: fc.constant("remove-row" as const), question, row }),
  fc.record({ do: fc.constant("move-row" as const), question, row, to: fc.nat({ max: 4 }) }),
  fc.record({ do: fc.constant("cell" as const), question, row, column: fc.constantFrom("note", "who"), value }),
  fc.record({ do: fc.constant("retitle" as const), title: fc.string() }),
  fc.record({ do: fc.constant("choose-strand" as const), strand: fc.string() }),
  fc.record({ do: fc.constant("adopt-scheme" as const), version: fc.constantFrom("1.0.0", "1.1.0", "1.10.0") }),
  fc.record({
    do: fc.constant("mark" as const),
    marking: fc.constantFrom("OFFICIAL" as const, "OFFICIAL-SENSITIVE" as const),
  }),
);

test("taking back every edit, last first, gives the bid as it was", () => {
  fc.assert(
    fc.property(fc.array(edit, { maxLength: 30 }), (edits) => {
      const start = emptyBid();
      const inverses: Edit[] = [];
      let bid = start;
      for (const change of edits) {
        const applied = applyEdit(bid, change);
        if (!applied.ok) continue;
        bid = applied.value.bid;
        inverses.unshift(applied.value.inverse);
      }
      for (const inverse of inverses) {
        const applied = applyEdit(bid, inverse);
        if (applied.ok) bid = applied.value.bid;
      }
      expect(bid).toEqual(start);
    }),
    { numRuns: 1000 },
  );
});

test("an edit never changes the bid it was given", () => {
  const bid = Object.freeze({
    ...emptyBid(),
    answers: Object.freeze({ costs: Object.freeze([Object.freeze({ id: "r1", cells: {} })]) }),
  });
  const applied = applyEdit(bid, { do: "cell", question: "costs", row: "r1", column: "note", value: "new" });
  expect(applied.ok && applied.value.bid.answers.costs).toEqual([{ id: "r1", cells: { note: "new" } }]);
  expect(bid.answers.costs).toEqual([{ id: "r1", cells: {} }]);
});

test("a line that is not there, or is there already, is refused by name", () => {
  const bid = emptyBid();
  const gone = applyEdit(bid, { do: "remove-row", question: "costs", row: "r9" });
  expect(!gone.ok && gone.error).toEqual({ code: "no-such-row", message: "There is no line r9 in costs." });
  const added = applyEdit(bid, { do: "add-row", question: "costs", row: { id: "r1", cells: {} } });
  const twice =
    added.ok && applyEdit(added.value.bid, { do: "add-row", question: "costs", row: { id: "r1", cells: {} } });
  expect(twice && !twice.ok && twice.error.code).toBe("row-exists");
});
