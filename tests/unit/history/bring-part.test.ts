import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Edit } from "../../../src/bids/edit.ts";
import { append, stateAt, verifyLog, type Log } from "../../../src/history/log.ts";
import { mergeBids } from "../../../src/history/merge-bids.ts";
import { changesFor, mergeLogs, openConflicts } from "../../../src/history/merge-logs.ts";
import { takeBack } from "../../../src/history/undo.ts";
import {
  acts,
  hash,
  leaves,
  longAnswer,
  perform,
  placesIn,
  startLog,
  stateOf,
  tca,
  type Act,
} from "../../support/histories.ts";
import { bringIn, sendPart } from "../../support/parts.ts";

const start = startLog();
let count = 0;

/** The log after somebody made these edits, as one change. */
function edited(log: Log, who: string, ...edits: Edit[]): Log {
  const at = new Date(Date.UTC(2013, 5, 2, 9, 0, (count += 1))).toISOString();
  return append(log, { who, at, about: "Changed something", changes: changesFor(stateOf(log), edits) }, hash);
}

const award = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });
const basis = (value: string): Edit => ({ do: "answer", question: "price-basis", value });
const summary = (...words: string[]): Edit => {
  return { do: "answer", question: "summary", value: longAnswer(words.map((one) => [one])) };
};
const cell = (column: string, value: unknown): Edit => ({ do: "cell", question: "costs", row: "r1", column, value });
const awardIn = (log: Log) => stateOf(log).answers["award-requested"] as number;
const whoDid = (log: Log) => [...log.entries.values()].map(({ who, about }) => `${who}: ${about}`);

describe("a part that comes back again", () => {
  test("brings nothing that the officer changed back since, and brings what is new", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const first = bringIn(start, part).log;
    expect(awardIn(first)).toBe(200_000_00);
    const back = edited(first, "Ann", award(100_000));
    expect(bringIn(back, part).log).toBe(back);
    const second = bringIn(back, edited(part, "Bob", basis("nominal")));
    expect(second.conflicts).toEqual([]);
    expect(stateOf(second.log).answers).toMatchObject({ "award-requested": 100_000_00, "price-basis": "nominal" });
  });

  test("clashes with nothing that it clashed with before, and leaves no trace where nothing is new", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const third = edited(bringIn(start, part).log, "Ann", award(300_000));
    expect(bringIn(third, part)).toEqual({ log: third, conflicts: [], people: [] });
    const clashing = bringIn(edited(start, "Ann", award(300_000)), part);
    expect(clashing.conflicts.map(({ sides }) => sides.map(({ who }) => who))).toEqual([["Ann", "Bob"]]);
    expect(bringIn(clashing.log, part)).toEqual({ log: clashing.log, conflicts: [], people: [] });
  });

  test("in an older state than the one that is in brings nothing", () => {
    const older = edited(sendPart(start), "Bob", award(200_000));
    const newest = bringIn(start, edited(older, "Bob", award(300_000))).log;
    expect(bringIn(newest, older).log).toBe(newest);
    const back = edited(newest, "Ann", award(420_000));
    expect(bringIn(back, older).log).toBe(back);
  });

  test("and was not filled in brings nothing, and no entry", () => {
    expect(bringIn(start, sendPart(start)).log).toBe(start);
    const named = append(sendPart(start), { who: "Bob", at: "2013", about: "", changes: [], name: "Read" }, hash);
    expect(bringIn(start, named).log).toBe(start);
  });

  test("is remembered where the officer had put the same already", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const both = bringIn(edited(start, "Ann", award(200_000)), part).log;
    expect(whoDid(both).at(-1)).toBe("Bob: Brought in the part of Bob");
    const back = edited(both, "Ann", award(420_000));
    expect(bringIn(back, part).log).toBe(back);
  });
});

describe("who did what in a part", () => {
  test("is told for each person's work, in their name and with their time", () => {
    const bob = edited(sendPart(start), "Bob", award(200_000));
    const cat = edited(edited(bob, "Cat", basis("nominal")), "Cat", cell("amounts", { "2013-14": 5 }));
    const { log, people } = bringIn(start, edited(cat, "Bob", award(250_000)));
    expect(people).toEqual(["Bob", "Cat"]);
    expect(whoDid(log).slice(1)).toEqual([
      "Bob: Brought in the part of Bob: Changed “Award asked for”",
      "Cat: Brought in the part of Cat: Changed Amount by year of Line r1 in “Costs”, and 1 more",
      "Bob: Brought in the part of Bob: Changed “Award asked for”",
    ]);
    expect([...log.entries.values()][1]?.at).toBe([...bob.entries.values()][1]?.at);
  });

  test("is the same where the part came back after each of them, and a clash is listed once, as whose it is", () => {
    const mine = edited(start, "Ann", award(300_000));
    const bob = edited(sendPart(start), "Bob", award(200_000));
    const cat = edited(bob, "Cat", basis("nominal"));
    const [once, twice] = [bringIn(mine, cat).log, bringIn(bringIn(mine, bob).log, cat).log];
    for (const log of [once, twice]) {
      expect(openConflicts(log).map(({ sides }) => sides.map(({ who }) => who))).toEqual([["Ann", "Bob"]]);
      expect(whoDid(log).slice(2)).toEqual([
        "Bob: Brought in the part of Bob",
        "Cat: Brought in the part of Cat: Changed “Do your figures include inflation?”",
      ]);
    }
  });

  test("is told cell by cell", () => {
    const mine = edited(edited(start, "Ann", cell("amounts", { "2013-14": 9 })), "Dana", cell("description", "Ours"));
    const part = edited(edited(sendPart(start), "Bob", cell("amounts", { "2013-14": 7 })), "Cat", cell("nature", "x"));
    const { conflicts } = bringIn(mine, part);
    expect(conflicts.map(({ column, sides }) => [column, ...sides.map(({ who }) => who)])).toEqual([
      ["amounts", "Ann", "Bob"],
    ]);
  });

  test("what somebody else then put in its place is the one thing to settle, against what was sent", () => {
    const mine = edited(start, "Ann", award(300_000));
    const bob = edited(sendPart(start), "Bob", award(200_000));
    const log = bringIn(bringIn(mine, bob).log, edited(bob, "Cat", award(250_000))).log;
    expect(openConflicts(log)).toMatchObject([
      {
        base: 420_000_00,
        sides: [
          { who: "Ann", value: 300_000_00 },
          { who: "Cat", value: 250_000_00 },
        ],
      },
    ]);
    const apart = edited(sendPart(start), "Dana", award(260_000));
    expect(
      openConflicts(bringIn(log, apart).log)
        .map(({ sides }) => sides[1].who)
        .toSorted(),
    ).toEqual(["Cat", "Dana"]);
  });

  test("comes in all the same where two filled in copies of one part", () => {
    const sent = sendPart(start);
    const [bob, cat] = [edited(sent, "Bob", award(200_000)), edited(sent, "Cat", basis("nominal"))];
    const both = mergeLogs(tca, bob, cat, hash);
    if (!both.ok) throw new Error(both.error);
    const apart = bringIn(bringIn(start, bob).log, cat).log;
    expect(stateOf(apart).answers).toMatchObject({ "award-requested": 200_000_00, "price-basis": "nominal" });
    expect(bringIn(apart, both.value.log).log).toBe(apart);
    const { log } = bringIn(start, edited(both.value.log, "Bob", award(1)));
    expect(stateOf(log).answers).toMatchObject({ "award-requested": 100, "price-basis": "nominal" });
    expect(
      whoDid(log)
        .slice(1)
        .map((one) => one.slice(0, 3))
        .toSorted(),
    ).toEqual(["Bob", "Bob", "Cat"]);
  });

  test("is not brought in before the part itself is settled", () => {
    const sent = sendPart(start);
    const clash = mergeLogs(tca, edited(sent, "Bob", award(1)), edited(sent, "Cat", award(2)), hash);
    if (!clash.ok) throw new Error(clash.error);
    expect(() => bringIn(start, clash.value.log)).toThrow(/Open the part, settle it, and bring it in then\.$/);
  });

  test("can be taken back, stretch by stretch", () => {
    const part = edited(edited(sendPart(start), "Bob", summary("All new.")), "Cat", award(5));
    let { log } = bringIn(start, part);
    for (const one of [...log.entries.values()].slice(1).toReversed()) {
      const changes = takeBack(stateOf(log), one);
      if (!changes.ok) throw new Error(changes.error);
      log = append(log, { who: "Ann", at: one.at, about: "", changes: changes.value, undoes: one.id }, hash);
    }
    expect(stateOf(log)).toEqual(stateOf(start));
    expect(bringIn(log, part).log).toBe(log);
  });
});

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
  const [base, mine, theirs] = [versions.base, before, versions.part].map((log) => leaves(stateOf(log)));
  const [result, listed] = [leaves(stateOf(after.log)), placesIn(after)];
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
  return JSON.stringify(stateOf(log).answers.summary ?? "").match(/\w[^"]* (Ann|Bob|Cat) \d+\./g) ?? [];
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
  }, 120_000);

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
  }, 60_000);
});

/** Of two copies, what one of them alone put there is there, and what both did each in their own way is listed. */
function everyClashIsListed(common: Log[], copies: Log[], result: Log): void {
  const listed = placesIn({ conflicts: openConflicts(result) });
  const of = (logs: Log[], place: string) => logs.map((log) => leaves(stateOf(log)).get(place));
  for (const place of new Set(copies.flatMap((log) => [...leaves(stateOf(log)).keys()]))) {
    if (place === "title" || listed.some((one) => place.startsWith(one))) continue;
    const known = of(common, place);
    const own = [...new Set(of(copies, place))];
    const others = own.filter((one) => !known.includes(one));
    expect(others.length, `${place}: ${own.join(" and ")}, before ${known.join(" and ")}`).toBeLessThan(2);
    expect(others.length === 0 ? own : others).toContain(of([result], place)[0]);
  }
}

describe("two copies that both brought a part in", () => {
  const merged = (a: Log, b: Log) => {
    const [ab, ba] = [mergeLogs(tca, a, b, hash), mergeLogs(tca, b, a, hash)];
    if (!ab.ok || !ba.ok) throw new Error("They do not merge");
    expect(ba.value.log.head).toBe(ab.value.log.head);
    expect(verifyLog(ab.value.log, hash)).toEqual([]);
    return ab.value;
  };

  test("hold the same entry where nothing was done before", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    expect(bringIn(start, part).log.head).toBe(bringIn(start, part).log.head);
  });

  test("clash in nothing that came of it, and what one of them changed back stays so", () => {
    const part = edited(sendPart(start), "Bob", award(200_000), summary("All new."));
    const [here, there] = [edited(start, "Ann", basis("nominal")), edited(start, "Dana", cell("description", "Ours"))];
    const ours = edited(bringIn(here, part).log, "Ann", award(420_000));
    const { log, conflicts } = merged(ours, bringIn(there, part).log);
    expect(conflicts).toEqual([]);
    expect(stateOf(log).answers).toMatchObject({ "award-requested": 420_000_00, "price-basis": "nominal" });
  });

  test("ask nothing again that one of them has settled", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const clashing = bringIn(edited(start, "Ann", award(300_000)), part);
    const settles = clashing.conflicts.map(({ id }) => id);
    const settled = append(clashing.log, { who: "Ann", at: "2013-06-03", about: "", changes: [], settles }, hash);
    const { log } = merged(settled, bringIn(edited(start, "Dana", basis("nominal")), part).log);
    expect(openConflicts(log)).toEqual([]);
    expect(stateOf(log).answers).toMatchObject({ "award-requested": 300_000_00, "price-basis": "nominal" });
  });

  test("name whoever changed a thing last, whatever time a part bears", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const there = edited(edited(start, "Ann", award(1)), "Ann", award(420_000));
    const ours = bringIn(there, part).log;
    const { conflicts } = merged(ours, edited(start, "Dana", award(300_000)));
    expect(conflicts.map(({ sides }) => sides.map(({ who }) => who).toSorted())).toEqual([["Bob", "Dana"]]);
  });

  test("come together with no clash where only one of them did more, older state of the part or not", () => {
    fc.assert(
      fc.property(acts, acts, acts, acts, (before, after, bob, more) => {
        const older = perform(sendPart(start), "Bob", bob);
        const part = perform(older, "Bob", more);
        const ours = perform(bringIn(perform(start, "Ann", before), part).log, "Ann", after);
        const theirs = bringIn(edited(start, "Dana", { do: "mark", marking: "OFFICIAL-SENSITIVE" }), older).log;
        const { log, conflicts } = merged(ours, theirs);
        expect(conflicts).toEqual([]);
        expect(stateOf(log).answers).toEqual(stateOf(ours).answers);
      }),
      { numRuns: 1500 },
    );
  }, 60_000);

  test("give the same whoever merges, and lose nothing that is not listed", () => {
    fc.assert(
      fc.property(acts, acts, acts, fc.tuple(acts, acts), (ann, dana, bob, [moreAnn, moreDana]) => {
        const part = perform(sendPart(start), "Bob", bob);
        const [a, b] = [bringIn(perform(start, "Ann", ann), part), bringIn(perform(start, "Dana", dana), part)];
        const [ours, theirs] = [perform(a.log, "Ann", moreAnn), perform(b.log, "Dana", moreDana)];
        const both = merged(ours, theirs);
        everyClashIsListed([start, part], [ours, theirs], both.log);
        expect(bringIn(both.log, part).log).toBe(both.log);
      }),
      { numRuns: 1000 },
    );
  }, 60_000);
});
