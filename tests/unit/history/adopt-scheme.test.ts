import fc from "fast-check";
import { expect, test } from "vitest";
import { applyChange, changeFor, invert } from "../../../src/history/change.ts";
import { mergeBids } from "../../../src/history/merge-bids.ts";
import { append, stateAt, type Log } from "../../../src/history/log.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import { hash, startBid, startLog, tca } from "../../support/histories.ts";

const version = fc.constantFrom("1.0.0", "1.0.1", "1.2.0", "1.10.0", "2.0.0");
const under = (to: string) => ({ ...startBid, scheme: { ...startBid.scheme, version: to } });

function adopted(log: Log, to: string, who: string): Log {
  const state = stateAt(log, log.head);
  if (!state.ok) throw new Error(state.error);
  const changes = [changeFor(state.value, { do: "adopt-scheme", version: to })];
  return append(log, { at: "2013-06-02T09:00:00.000Z", who, about: `Went on under version ${to}`, changes }, hash);
}

test("going on under another version is kept with what was there before, and can be taken back", () => {
  const change = changeFor(startBid, { do: "adopt-scheme", version: "1.1.0" });
  expect(change).toEqual({ do: "adopt-scheme", version: "1.1.0", was: "1.0.0" });
  const after = applyChange(startBid, change);
  expect(after).toEqual({ ok: true, value: under("1.1.0") });
  expect(after.ok && applyChange(after.value, invert(change))).toEqual({ ok: true, value: startBid });
});

test("where two people went on under different versions the newer stands, whoever merges, and nobody is asked", () => {
  fc.assert(
    fc.property(version, version, (one, other) => {
      const newer = [one, other].toSorted((a, b) => a.localeCompare(b, "en", { numeric: true }))[1];
      const [mine, theirs] = [adopted(startLog(), one, "Priya"), adopted(startLog(), other, "Sam")];
      const [here, there] = [mergeLogs(tca, mine, theirs, hash), mergeLogs(tca, theirs, mine, hash)];
      if (!here.ok || !there.ok) throw new Error("not merged");
      expect(here.value.conflicts).toEqual([]);
      expect(here.value.log.head).toBe(there.value.log.head);
      const state = stateAt(here.value.log, here.value.log.head);
      const before = stateAt(startLog(), startLog().head);
      const scheme = { ...startBid.scheme, version: newer };
      expect(state.ok && before.ok && state.value).toEqual(before.ok && { ...before.value, scheme });
    }),
    { numRuns: 60 },
  );
});

test("where only one went on, that stands, and an undo of it is no less a change", () => {
  const [old, next] = [under("1.0.0"), under("1.1.0")];
  const adopt = (to: string) => ({ edits: [{ do: "adopt-scheme", version: to }], conflicts: [] });
  expect(mergeBids(tca, { base: old, mine: old, theirs: next })).toEqual(adopt("1.1.0"));
  expect(mergeBids(tca, { base: old, mine: next, theirs: old })).toEqual({ edits: [], conflicts: [] });
  expect(mergeBids(tca, { base: next, mine: next, theirs: old })).toEqual(adopt("1.0.0"));
});
