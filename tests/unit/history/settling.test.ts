import { describe, expect, test } from "vitest";
import type { Edit } from "../../../src/bids/edit.ts";
import type { RichText } from "../../../src/fields/rich-text.ts";
import { bothTexts } from "../../../src/history/keep-both.ts";
import { append, verifyLog, type Conflict, type Log } from "../../../src/history/log.ts";
import { mergeBids } from "../../../src/history/merge-bids.ts";
import type { SettledAs } from "../../../src/history/settle.ts";
import { openConflicts } from "../../../src/history/settled.ts";
import { takeBack, undoState } from "../../../src/history/undo.ts";
import { scheme } from "../../support/bidwright.ts";
import { hash, longAnswer, merge, perform, settled, startBid, startLog, stateOf } from "../../support/histories.ts";

const start = startLog();
const does = (log: Log, who: string, edit: Edit) => perform(log, who, [() => edit]);
const award = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });
const says = (...paragraphs: string[]): Edit => ({
  do: "answer",
  question: "summary",
  value: longAnswer(paragraphs.map((one) => [one])),
});

/** The log after one person settled the only clash there is. */
function settle(log: Log, who: string, choose: (conflict: Conflict) => SettledAs): Log {
  const [conflict] = openConflicts(log);
  if (!conflict) throw new Error("There is nothing to settle");
  return settled(log, who, conflict, choose(conflict));
}

const of = (who: string) => (conflict: Conflict) => (conflict.sides[0].who === who ? 0 : 1);
const sidesOf = (conflict: Conflict | undefined) =>
  (conflict?.sides ?? []).map(({ who, value }) => [who, value]).toSorted();

/** Ann asks for £11 and Bob for £22, and both have both. */
const clash = merge(does(start, "Ann", award(11)), does(start, "Bob", award(22))).log;

describe("one clash that two people settle apart", () => {
  test.each([
    ["Ann", "Bob"],
    ["Bob", "Ann"],
  ])("%s's choice and %s's are shown against each other, whichever stood before", (one, other) => {
    const [a, b] = [settle(clash, "Cat", of(one)), settle(clash, "Dan", of(other))];
    const [here, there] = [merge(a, b), merge(b, a)];
    expect(here.log.head).toBe(there.log.head);
    const value = (who: string) => (who === "Ann" ? 1100 : 2200);
    expect(openConflicts(here.log).map(sidesOf)).toEqual([
      [
        ["Cat", value(one)],
        ["Dan", value(other)],
      ],
    ]);
    const done = settle(here.log, "Eve", of("Cat"));
    expect(openConflicts(done)).toEqual([]);
    expect(stateOf(done).answers["award-requested"]).toBe(value(one));
    expect(merge(done, b).log.head).toBe(done.head);
    expect(verifyLog(done, hash)).toEqual([]);
  });

  test.each(["Ann", "Bob"])("leaves nothing to settle where both chose %s's", (who) => {
    const merged = merge(settle(clash, "Cat", of(who)), settle(clash, "Dan", of(who)));
    expect([merged.conflicts, openConflicts(merged.log)]).toEqual([[], []]);
    const later = merge(
      does(settle(clash, "Cat", of(who)), "Cat", { do: "retitle", title: "New" }),
      settle(clash, "Dan", of(who)),
    );
    expect(openConflicts(later.log)).toEqual([]);
  });

  test("is settled for all where only one of them did", () => {
    const merged = merge(settle(clash, "Cat", of("Bob")), does(clash, "Dan", { do: "retitle", title: "New" }));
    expect(openConflicts(merged.log)).toEqual([]);
    expect(stateOf(merged.log)).toMatchObject({ title: "New", answers: { "award-requested": 2200 } });
  });

  test("is shown again where the other wrote something else there", () => {
    const standing = stateOf(clash).answers["award-requested"] === 1100 ? "Ann" : "Bob";
    const merged = merge(settle(clash, "Cat", of(standing)), does(clash, "Dan", award(33)));
    expect(openConflicts(merged.log).map((one) => one.sides.map((side) => side.who).toSorted())).toEqual([
      ["Cat", "Dan"],
    ]);
  });

  test("a passage settled apart is shown again, and what else either wrote is in both texts", () => {
    const began = does(start, "Priya", says("One.", "It costs £1.", "Three."));
    const both = merge(
      does(began, "Ann", says("One.", "It costs £2.", "Three.")),
      does(began, "Bob", says("One.", "It costs £3.", "Three.")),
    ).log;
    const ann = settle(both, "Ann", of("Ann"));
    const bob = does(settle(both, "Bob", of("Bob")), "Bob", says("One by Bob.", "It costs £3.", "Three."));
    const merged = merge(ann, bob);
    expect(openConflicts(merged.log).map(sidesOf)).toEqual([
      [
        ["Ann", longAnswer([["One by Bob."], ["It costs £2."], ["Three."]])],
        ["Bob", longAnswer([["One by Bob."], ["It costs £3."], ["Three."]])],
      ],
    ]);
  });

  test("a line that one kept and the other took out is asked about again", () => {
    const row = { question: "costs", row: "r2" };
    const both = merge(
      does(start, "Ann", { do: "remove-row", ...row }),
      does(start, "Bob", { do: "cell", ...row, column: "description", value: "Servers" }),
    ).log;
    const merged = merge(settle(both, "Ann", of("Ann")), settle(both, "Bob", of("Bob")));
    expect(openConflicts(merged.log).map((one) => [one.kind, one.row])).toEqual([["deleted", "r2"]]);
  });
});

test("a line of which both a cell and its going were settled is asked about once where one took it out", () => {
  const row = { question: "costs", row: "r2" };
  const cost = (pounds: number): Edit => ({
    do: "cell",
    ...row,
    column: "amounts",
    value: { "2013-14": pounds * 100 },
  });
  const two = merge(does(start, "Ann", { do: "remove-row", ...row }), does(start, "Cat", cost(14))).log;
  const all = merge(two, does(start, "Bob", cost(1))).log;
  const settleAll = (who: string, keep: boolean) =>
    openConflicts(all).reduce((log, one) => {
      const isWanted = one.kind !== "deleted" || (one.sides[0].value !== null) === keep;
      return settled(log, who, one, isWanted ? 0 : 1);
    }, all);
  const merged = merge(settleAll("Dan", true), settleAll("Eve", false));
  expect(openConflicts(merged.log).map((one) => [one.kind, one.row])).toEqual([["deleted", "r2"]]);
  expect(verifyLog(merged.log, hash)).toEqual([]);
});

describe("a choice that is taken back", () => {
  /** The log after the newest thing was taken back, or brought back. */
  function turn(log: Log, way: "undo" | "redo"): Log {
    const target = undoState(log)[way];
    if (!target) throw new Error(`There is nothing to ${way}`);
    const changes = takeBack(stateOf(log), target);
    if (!changes.ok) throw new Error(changes.error);
    const as = way === "undo" ? { undoes: target.id } : { redoes: target.id };
    return append(log, { at: "2013-06-02T10:00:00Z", who: "Cat", about: way, changes: changes.value, ...as }, hash);
  }

  test.each(["Ann", "Bob"])("opens the clash again, and brought back settles it, where %s's was kept", (who) => {
    const done = settle(clash, "Cat", of(who));
    const back = turn(done, "undo");
    expect(openConflicts(back).map((one) => one.id)).toEqual(openConflicts(clash).map((one) => one.id));
    expect(stateOf(back)).toEqual(stateOf(clash));
    expect(undoState(back)).toMatchObject({ undo: undefined, redo: { undoes: done.head } });
    const again = turn(back, "redo");
    expect(openConflicts(again)).toEqual([]);
    expect(stateOf(again)).toEqual(stateOf(done));
    expect(openConflicts(turn(again, "undo"))).toHaveLength(1);
  });

  test("is open in every copy when the copies come together", () => {
    const done = settle(clash, "Cat", of("Bob"));
    const merged = merge(turn(done, "undo"), does(done, "Dan", { do: "retitle", title: "New" }));
    expect(openConflicts(merged.log)).toHaveLength(1);
    expect(stateOf(merged.log).answers["award-requested"]).toBe(stateOf(clash).answers["award-requested"]);
  });

  test("what an entry brought in to settle goes with it", () => {
    const conflicts = openConflicts(clash);
    const part = { at: "2013-06-02T09:00:00Z", who: "Dana", about: "Brought in the part of Dana", changes: [] };
    const brought = append(start, { ...part, conflicts }, hash);
    expect(openConflicts(brought)).toHaveLength(1);
    expect(openConflicts(turn(brought, "undo"))).toEqual([]);
    expect(openConflicts(turn(turn(brought, "undo"), "redo"))).toHaveLength(1);
  });
});

describe("whose value stands", () => {
  test("is said of every later clash, whoever was merged before", () => {
    const standing = stateOf(clash).answers["award-requested"] as number;
    const third = merge(clash, does(start, "Cat", award(33)));
    const names = new Map([
      [1100, "Ann"],
      [2200, "Bob"],
      [3300, "Cat"],
    ]);
    const added = third.conflicts.at(-1);
    expect(added?.sides.map((side) => side.value).toSorted()).toEqual([standing, 3300].toSorted());
    for (const { who, value } of added?.sides ?? []) expect(who).toBe(names.get(value as number));
    expect(added?.sides[0].value).toBe(stateOf(third.log).answers["award-requested"]);
  });

  test("another cell of the line is no reason to be named", () => {
    const cell = (column: string, value: unknown): Edit => ({
      do: "cell",
      question: "costs",
      row: "r1",
      column,
      value,
    });
    const ann = does(start, "Ann", cell("amounts", { "2013-14": 1 }));
    const both = merge(
      does(ann, "Eve", cell("description", "Servers")),
      does(start, "Bob", cell("amounts", { "2013-14": 2 })),
    );
    expect(both.conflicts.map((one) => one.sides.map((side) => side.who).toSorted())).toEqual([["Ann", "Bob"]]);
  });

  test("a text that was put together of two people's is both people's", () => {
    const began = does(start, "Priya", says("One.", "It costs £1.", "Three."));
    const both = merge(
      does(began, "Ann", says("One by Ann.", "It costs £2.", "Three.")),
      does(began, "Bob", says("One.", "It costs £1.", "Three by Bob.")),
    ).log;
    const third = merge(both, does(began, "Cat", says("One.", "It costs £3.", "Three.")));
    expect(
      third.conflicts.map((one) => one.sides.map((side) => side.who.split(" and ").toSorted()).toSorted()),
    ).toEqual([[["Ann", "Bob"], ["Cat"]]]);
  });
});

describe("keeping both passages", () => {
  const text = (...paragraphs: string[]) => longAnswer(paragraphs.map((one) => [one])) as RichText;

  test("puts what clashes one after the other, and the rest once", () => {
    expect(bothTexts(text("One.", "It costs £2.", "Three."), text("One.", "It costs £3.", "Three."))).toEqual(
      text("One.", "It costs £2.", "It costs £3.", "Three."),
    );
    expect(bothTexts(text("We join. It costs £2. All agree."), text("We join. It costs £3. All agree."))).toEqual(
      text("We join. It costs £2. It costs £3. All agree."),
    );
    expect(bothTexts(text("One.", "New by Ann."), text("One.", "New by Bob.", "More by Bob."))).toEqual(
      text("One.", "New by Ann.", "New by Bob.", "More by Bob."),
    );
  });

  test("settles two paragraphs added at one place, and keeps what was written elsewhere since", () => {
    const began = does(start, "Priya", says("One.", "Two."));
    const both = merge(
      does(began, "Ann", says("One.", "By Ann.", "Two.")),
      does(began, "Bob", says("One.", "By Bob.", "Two.")),
    ).log;
    const [stands = ""] = ["By Ann.", "By Bob."].filter((one) => JSON.stringify(stateOf(both)).includes(one));
    const since = does(both, "Ann", says("One.", stands, "Two since."));
    const order = openConflicts(both)[0]?.sides.map((side) => `By ${side.who}.`) ?? [];
    expect(stateOf(settle(since, "Ann", () => "both")).answers.summary).toEqual(text("One.", ...order, "Two since."));
    expect(stateOf(settle(since, "Ann", of("Bob"))).answers.summary).toEqual(text("One.", "By Bob.", "Two since."));
  });
});

describe("sign-offs", () => {
  const business = scheme("green-book-business-case");
  const bid = (cells: Record<string, unknown>) => ({
    ...startBid,
    answers: { "sign-offs": [{ id: "s1", order: "a", cells }] },
  });
  const base = bid({ role: "chief-executive", name: "Jo Ives" });
  const named = bid({ role: "chief-executive", name: "Sam Hart" });
  const dated = bid({ role: "chief-executive", name: "Jo Ives", date: "2014-04-01", confirmed: true });

  test("that both changed clash as a whole line, in whatever columns", () => {
    const merged = mergeBids(business, { base, mine: named, theirs: dated });
    const [line] = [named, dated].map((one) => one.answers["sign-offs"][0]);
    expect(merged.edits).toEqual([]);
    expect(merged.conflicts).toEqual([
      {
        kind: "deleted",
        question: "sign-offs",
        row: "s1",
        base: base.answers["sign-offs"][0],
        mine: line,
        theirs: dated.answers["sign-offs"][0],
      },
    ]);
  });

  test("that only one changed are taken", () => {
    const merged = mergeBids(business, { base, mine: base, theirs: dated });
    expect(merged.conflicts).toEqual([]);
    expect(merged.edits.map((one) => "column" in one && one.column)).toEqual(["date", "confirmed"]);
    expect(mergeBids(business, { base, mine: dated, theirs: dated })).toEqual({ edits: [], conflicts: [] });
  });
});
