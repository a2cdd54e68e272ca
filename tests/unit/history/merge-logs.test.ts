import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { verifyLog, type Log } from "../../../src/history/log.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import {
  acts,
  hash,
  leavesOf,
  longAnswer,
  merge,
  perform,
  piecesIn,
  placesIn,
  startLog,
  stateOf,
  tca,
} from "../../support/histories.ts";

const summaryOf = (log: Log) => stateOf(log).answers.summary;

const start = startLog();
const pair = fc.tuple(acts, acts);

describe("merging two copies of a bid", () => {
  test("loses no change of either person without listing it", () => {
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const [a, b] = [perform(start, "Ann", mine), perform(start, "Bob", theirs)];
        const merged = merge(a, b);
        const [base, result, listed] = [
          leavesOf(stateOf(start)),
          leavesOf(stateOf(merged.log)),
          placesIn(merged.conflicts),
        ];
        for (const side of [leavesOf(stateOf(a)), leavesOf(stateOf(b))]) {
          for (const place of new Set([...base.keys(), ...side.keys()])) {
            if (side.get(place) === base.get(place)) continue;
            const kept = result.get(place) === side.get(place) || listed.some((one) => place.startsWith(one));
            expect(kept, `${place}: ${side.get(place)} against ${result.get(place)}, listed ${listed.join(", ")}`).toBe(
              true,
            );
          }
        }
      }),
      { numRuns: 10_000 },
    );
  });

  test("keeps every passage that either wrote, or lists the answer", () => {
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const [a, b] = [perform(start, "Ann", mine), perform(start, "Bob", theirs)];
        const merged = merge(a, b);
        if (merged.conflicts.some((one) => one.question === "summary")) return;
        const texts = (log: Log) => JSON.stringify(stateOf(log).answers.summary ?? "").match(/(Ann|Bob) \d+\./g) ?? [];
        for (const passage of [...texts(a), ...texts(b)]) expect(texts(merged.log)).toContain(passage);
      }),
      { numRuns: 10_000 },
    );
  });

  test("makes no sentence and no figure that nobody wrote, and loses none of either side", () => {
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const [a, b] = [perform(start, "Ann", mine), perform(start, "Bob", theirs)];
        const merged = merge(a, b);
        const before = piecesIn(summaryOf(start));
        const listed = merged.conflicts.flatMap((one) => (one.kind === "text" ? one.sides : []));
        const ends = [summaryOf(merged.log), ...listed.map((side) => side.value)].flatMap(piecesIn);
        const written = [a, b].flatMap((log) => piecesIn(summaryOf(log)));
        for (const piece of ends) expect([...before, ...written]).toContain(piece);
        for (const piece of written) expect([...before, ...ends]).toContain(piece);
      }),
      { numRuns: 3000 },
    );
  });

  test("gives the same log, to the letter, whoever merges with whom", () => {
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const [a, b] = [perform(start, "Ann", mine), perform(start, "Bob", theirs)];
        const [ab, ba] = [merge(a, b), merge(b, a)];
        expect(ab.log.head).toBe(ba.log.head);
        expect(stateOf(ab.log)).toEqual(stateOf(ba.log));
        expect(verifyLog(ab.log, hash)).toEqual([]);
      }),
      { numRuns: 10_000 },
    );
  });

  test("twice changes nothing, and with nothing new is nothing", () => {
    fc.assert(
      fc.property(pair, ([mine, theirs]) => {
        const [a, b] = [perform(start, "Ann", mine), perform(start, "Bob", theirs)];
        const once = merge(a, b);
        expect(merge(once.log, b)).toMatchObject({ kind: "nothing new", log: { head: once.log.head } });
        expect(merge(once.log, once.log).kind).toBe("nothing new");
        expect(merge(a, once.log)).toMatchObject({ log: { head: once.log.head } });
        expect(merge(a, start).log.head).toBe(a.head);
      }),
      { numRuns: 10_000 },
    );
  });
});

describe("what a person has to settle", () => {
  const say = (value: unknown) => (question: string) => [() => ({ do: "answer" as const, question, value })];

  test("two figures for the award are never mixed: one stands and both are shown", () => {
    const [a, b] = [
      perform(start, "Ann", say(120_000_00)("award-requested")),
      perform(start, "Bob", say(95_000_00)("award-requested")),
    ];
    const merged = merge(a, b);
    expect(merged.conflicts).toHaveLength(1);
    expect(merged.conflicts[0]?.sides.map((side) => [side.who, side.value]).toSorted()).toEqual([
      ["Ann", 120_000_00],
      ["Bob", 95_000_00],
    ]);
  });

  test("two edits of one sentence with a figure clash, two edits of two sentences do not", () => {
    const text = (first: string, second: string) =>
      say(longAnswer([[first, second], ["Staff were asked."]]))("summary");
    const began = perform(start, "Ann", text("It costs £100,000.", "It starts in April."));
    const [a, b] = [
      perform(began, "Ann", text("It costs £120,000.", "It starts in April.")),
      perform(began, "Bob", text("It costs £95,000.", "It starts in April.")),
    ];
    expect(merge(a, b).conflicts.map((one) => one.kind)).toEqual(["text"]);
    const c = perform(began, "Bob", text("It costs £100,000.", "It starts in May."));
    const merged = merge(a, c);
    expect(merged.conflicts).toEqual([]);
    expect(stateOf(merged.log).answers.summary).toEqual(
      longAnswer([["It costs £120,000.", "It starts in May."], ["Staff were asked."]]),
    );
  });

  test("a line that one took away and the other changed is asked about", () => {
    const away = perform(start, "Ann", [() => ({ do: "remove-row", question: "costs", row: "r2" })]);
    const changed = perform(start, "Bob", [
      () => ({ do: "cell", question: "costs", row: "r2", column: "description", value: "Servers" }),
    ]);
    expect(merge(away, changed).conflicts.map((one) => [one.kind, one.row])).toEqual([["deleted", "r2"]]);
  });

  test("files of two different bids are refused", () => {
    const other = startLog();
    const stranger: Log = {
      entries: new Map([...other.entries].map(([, one]) => ["other", { ...one, id: "other" }])),
      head: "other",
    };
    expect(mergeLogs(tca, start, stranger, hash)).toMatchObject({ ok: false });
  });
});
