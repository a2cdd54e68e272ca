import { describe, expect, test } from "vitest";
import { append, type Log } from "../../../src/history/log.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import { openConflicts } from "../../../src/history/settled.ts";
import { takeBack } from "../../../src/history/undo.ts";
import { hash, startLog, stateOf, tca } from "../../support/histories.ts";
import { award, basis, bringIn, cell, edited, sendPart, summary } from "../../support/parts.ts";

const start = startLog();
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
