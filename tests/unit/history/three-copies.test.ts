import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyLog, type Log } from "../../../src/history/log.ts";
import type { SettledAs } from "../../../src/history/settle.ts";
import { canKeepBoth } from "../../../src/history/settle.ts";
import { openConflicts } from "../../../src/history/settled.ts";
import { acts, hash, leavesOf, merge, perform, placesIn, settled, startLog, stateOf } from "../../support/histories.ts";

const start = startLog();

type Pair = readonly [number, number];
const pairs: readonly Pair[] = [
  [0, 1],
  [1, 2],
  [0, 2],
];
const orders = fc.shuffledSubarray([...pairs], { minLength: 3 });
const three = fc
  .tuple(acts, acts, acts)
  .map(([one, two, cat]) => [perform(start, "Ann", one), perform(start, "Bob", two), perform(start, "Cat", cat)]);
const choices = fc.array(fc.constantFrom<SettledAs>(0, 1, "both"), { minLength: 1, maxLength: 5 });

/** The copies after each pair gave each other theirs, in this order. */
function exchanged(copies: readonly Log[], order: readonly Pair[]): Log[] {
  let now = [...copies];
  for (const [one, other] of order) {
    const [a, b] = [now[one] as Log, now[other] as Log];
    now = now.with(one, merge(a, b).log).with(other, merge(b, a).log);
  }
  return now;
}

/** The log after one person settled all that is open. */
function settledAll(log: Log, who: string, choices: readonly SettledAs[]): Log {
  return openConflicts(log).reduce((now, conflict, index) => {
    const wish = choices[index % choices.length] ?? 0;
    return settled(now, who, conflict, wish === "both" && !canKeepBoth(conflict) ? 0 : wish);
  }, log);
}

const headsOf = (logs: readonly Log[]) => new Set(logs.map((log) => log.head)).size;

/** The answers but for the long text, whose passages may clash otherwise in another order. */
function answersOf(log: Log) {
  const { summary: _, ...answers } = stateOf(log).answers;
  return { ...stateOf(log), answers };
}

const textClashes = (log: Log) => openConflicts(log).some((one) => one.kind === "text");

describe("three copies exchanged pair by pair, clashes and all", () => {
  test("end as one log, to the letter, in which no change of anybody is missing or unlisted", () => {
    fc.assert(
      fc.property(three, orders, (copies, order) => {
        const ends = exchanged(copies, order);
        expect(headsOf(ends)).toBe(1);
        const [end = start] = ends;
        expect(verifyLog(end, hash)).toEqual([]);
        const [base, result, listed] = [leavesOf(stateOf(start)), leavesOf(stateOf(end)), placesIn(openConflicts(end))];
        for (const side of copies.map((copy) => leavesOf(stateOf(copy)))) {
          for (const place of new Set([...base.keys(), ...side.keys()])) {
            if (side.get(place) === base.get(place) || result.get(place) === side.get(place)) continue;
            expect(
              listed.filter((one) => place.startsWith(one)),
              place,
            ).not.toEqual([]);
          }
        }
      }),
      { numRuns: 1000 },
    );
  });

  test("hold the same answers in whatever order it was done, and go on holding them when those meet", () => {
    fc.assert(
      fc.property(three, orders, orders, (copies, one, other) => {
        const [here = start] = exchanged(copies, one);
        const [there = start] = exchanged(copies, other);
        const met = merge(here, there);
        expect(met.log.head).toBe(merge(there, here).log.head);
        expect(answersOf(there)).toEqual(answersOf(here));
        expect(answersOf(met.log)).toEqual(answersOf(here));
        if ([here, there].some(textClashes)) return;
        expect([stateOf(there), stateOf(met.log)]).toEqual([stateOf(here), stateOf(here)]);
      }),
      { numRuns: 1000 },
    );
  });

  test("are one log with nothing open once somebody settled all and they were exchanged again", () => {
    fc.assert(
      fc.property(three, orders, orders, choices, (copies, order, again, choose) => {
        const [first = start, ...others] = exchanged(copies, order);
        const done = settledAll(first, "Ann", choose);
        const ends = exchanged([done, ...others], again);
        expect(headsOf([done, ...exchanged(ends, again)])).toBe(1);
        expect(openConflicts(done)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  test("come to one log after all three settled apart: what they chose alike is settled, the rest is asked once more", () => {
    fc.assert(
      fc.property(three, orders, choices, choices, (copies, order, one, other) => {
        const [a = start, b = start, c = start] = exchanged(copies, order);
        const apart = [settledAll(a, "Ann", one), settledAll(b, "Bob", other), settledAll(c, "Cat", one)];
        const ends = exchanged(apart, order);
        expect(headsOf(ends)).toBe(1);
        const [end = start] = ends;
        const values = apart.map((log) => leavesOf(stateOf(log)));
        const [result, listed] = [leavesOf(stateOf(end)), placesIn(openConflicts(end))];
        for (const place of new Set(values.flatMap((leaves) => [...leaves.keys()]))) {
          const isAlike = new Set(values.map((leaves) => leaves.get(place))).size === 1;
          const isListed = listed.some((wide) => place.startsWith(wide));
          expect(isListed || (isAlike && result.get(place) === values[0]?.get(place)), place).toBe(true);
        }
        const done = settledAll(end, "Bob", one);
        expect(openConflicts(done)).toEqual([]);
        expect(headsOf(exchanged([done, end, end], order).concat(done))).toBe(1);
      }),
      { numRuns: 500 },
    );
  });
});
