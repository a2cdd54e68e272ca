import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { stateAt, verifyLog, type Log } from "../../../src/history/log.ts";
import { mergeBids } from "../../../src/history/merge-bids.ts";
import { acts, hash, leavesOf, perform, placesIn, startLog, stateOf, tca, type Act } from "../../support/histories.ts";
import { bringIn, edited, sendPart } from "../../support/parts.ts";

const start = startLog();

/** One thing that happens to a bid and to the part of it that was sent out. `back`: how many states ago the part was copied. */
type Event = { do: "ann" | "bob" | "cat"; acts: readonly Act[] } | { do: "bring"; back: number } | { do: "put back" };

const event: fc.Arbitrary<Event> = fc.oneof(
  fc.record({ do: fc.constantFrom("ann" as const, "bob" as const, "cat" as const), acts }),
  fc.record({ do: fc.constant("bring" as const), back: fc.constantFrom(0, 0, 0, 1, 2) }),
  fc.record({ do: fc.constant("put back" as const) }),
);

const names = { ann: "Ann", bob: "Bob", cat: "Cat" };

/** Puts every answer back to what it was before an entry. */
function putBack(log: Log, entry: string): Log {
  const [now, then] = [stateOf(log), stateAt(log, entry)];
  if (!then.ok) throw new Error(then.error);
  return edited(log, "Ann", ...mergeBids(tca, { base: now, mine: now, theirs: then.value }).edits);
}

/** Of each thing in the bid, what one side changed since both were one is there now, or it is listed. */
function nothingIsLost(before: Log, versions: { base: Log; part: Log }, after: ReturnType<typeof bringIn>): void {
  const [base, mine, theirs] = [versions.base, before, versions.part].map((log) => leavesOf(stateOf(log)));
  const [result, listed] = [leavesOf(stateOf(after.log)), placesIn(after.conflicts)];
  for (const place of new Set([base, mine, theirs].flatMap((one) => [...(one?.keys() ?? [])]))) {
    if (place === "title" || listed.some((one) => place.startsWith(one))) continue;
    const [was, ours, said] = [base, mine, theirs].map((one) => one?.get(place));
    const wanted = said === was ? ours : said;
    expect(result.get(place), `${place}: ${ours} and ${said}, before ${was}`).toBe(wanted);
    expect(said === was || ours === was || ours === said, `${place} clashes and is not listed`).toBe(true);
  }
  if (listed.includes("summary")) return;
  const old = passages(versions.base);
  for (const passage of [...passages(before), ...passages(versions.part)]) {
    if (!old.includes(passage)) expect(passages(after.log)).toContain(passage);
  }
}

/** What each person wrote in the long answer, passage by passage. */
function passages(log: Log): string[] {
  return JSON.stringify(stateOf(log).answers.summary ?? "").match(/(Ann|Bob|Cat) \d+\./g) ?? [];
}

describe("whatever is done in a bid and in its part, and whenever the part comes in", () => {
  test("no change of either is lost without being listed, and what is in comes in once", () => {
    let [brought, again] = [0, 0];
    fc.assert(
      fc.property(fc.array(event, { minLength: 3, maxLength: 14 }), (events) => {
        let whole = start;
        const states = [sendPart(start)];
        let known = 0;
        for (const one of events) {
          const newest = states.at(-1) as Log;
          if (one.do === "ann") whole = perform(whole, "Ann", one.acts);
          else if (one.do === "put back") whole = putBack(whole, [...whole.entries.keys()].at(-3) ?? whole.head);
          else if (one.do !== "bring") states.push(perform(newest, names[one.do], one.acts));
          else {
            const at = Math.max(0, states.length - 1 - one.back);
            const [base, part] = [states[known] as Log, states[at] as Log];
            const after = bringIn(whole, part);
            if (at <= known || part.head === base.head) {
              expect(after.log).toBe(whole);
              again += 1;
            } else {
              nothingIsLost(whole, { base, part }, after);
              brought += 1;
              known = at;
            }
            whole = after.log;
            expect(bringIn(whole, part)).toEqual({ log: whole, conflicts: [], people: [] });
          }
        }
        expect(verifyLog(whole, hash)).toEqual([]);
      }),
      { numRuns: 2500 },
    );
    expect([brought > 1000, again > 500]).toEqual([true, true]);
  });

  test("after the officer put back what came in, the same brings nothing", () => {
    fc.assert(
      fc.property(acts, acts, (ann, bob) => {
        const whole = perform(start, "Ann", ann);
        const part = perform(sendPart(start), "Bob", bob);
        const { log } = bringIn(whole, part);
        const back = putBack(log, whole.head);
        expect(bringIn(back, part).log).toBe(back);
      }),
      { numRuns: 1000 },
    );
  });
});
