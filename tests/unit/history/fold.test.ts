import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { rowsOf } from "../../../src/bids/edit.ts";
import { applyChange, type Change } from "../../../src/history/change.ts";
import { Fold } from "../../../src/history/fold.ts";
import type { Result } from "../../../src/shared/result.ts";
import { acts, perform, startBid, startLog, stateOf } from "../../support/histories.ts";

function oneByOne(start: Bid, changes: readonly Change[]): Result<Bid, string> {
  let state: Result<Bid, string> = { ok: true, value: start };
  for (const one of changes) if (state.ok) state = applyChange(state.value, one);
  return state;
}

function folded(start: Bid, changes: readonly Change[]): Result<Bid, string> {
  const fold = new Fold(start);
  const done = fold.apply(changes);
  return done.ok ? { ok: true, value: fold.bid } : done;
}

const startAndChanges = acts.map((done) => {
  const [first, ...rest] = perform(startLog(), "Priya", done).entries.values();
  return { start: first?.start as Bid, changes: rest.flatMap(({ changes }) => changes) };
});

const name = fc.constantFrom("costs", "summary", "award-requested", "__proto__", "constructor", "nowhere");
const row = fc.constantFrom("r1", "r2", "r9", "__proto__");
const column = fc.constantFrom("amounts", "description", "__proto__", "toString");
const leaf = fc.constantFrom<unknown>(null, 1, "two", {}, { "2013-14": 1000 });
/** Changes as only a file that somebody made by hand can hold them. */
const madeByHand: fc.Arbitrary<Change> = fc.oneof(
  fc.record({ do: fc.constant("answer" as const), question: name, value: leaf, was: leaf }),
  fc.record({ do: fc.constant("cell" as const), question: name, row, column, value: leaf, was: leaf }),
  fc.record({
    do: fc.constantFrom("add-row" as const, "remove-row" as const),
    question: name,
    row: fc.record({ id: row, order: fc.constantFrom("a0", "a1", "a2"), cells: fc.constant({}) }),
  }),
  fc.record({
    do: fc.constantFrom("add-row" as const, "remove-row" as const),
    question: name,
    row: fc.record({ id: row, cells: fc.constant({}) }),
  }),
);
/** The lines as an example has them, as a history has them, and two of one id. */
const starts = [startBid, stateOf(startLog())].flatMap((bid) => [
  bid,
  { ...bid, answers: { ...bid.answers, costs: [...rowsOf(bid, "costs"), ...rowsOf(bid, "costs").slice(0, 1)] } },
]);

test("a fold is what each change makes of the bid, one by one, and leaves the bid it began with alone", () => {
  fc.assert(
    fc.property(startAndChanges, ({ start, changes }) => {
      const before = structuredClone(start);
      expect(folded(start, changes)).toEqual(oneByOne(start, changes));
      expect(start).toEqual(before);
    }),
    { numRuns: 300 },
  );
});

test("changes that do not fit, or name what no bid has, come to the same", () => {
  fc.assert(
    fc.property(fc.constantFrom(...starts), fc.array(madeByHand, { maxLength: 6 }), (start, changes) => {
      // As text: a member called __proto__ is not looked at otherwise.
      expect(JSON.stringify(folded(start, changes))).toBe(JSON.stringify(oneByOne(start, changes)));
      expect({}).not.toHaveProperty("2013-14");
    }),
    { numRuns: 5000 },
  );
});
