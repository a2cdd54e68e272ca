import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { append, verifyLog, type Log } from "../../../src/history/log.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import { openConflicts } from "../../../src/history/settled.ts";
import { acts, hash, leavesOf, perform, piecesIn, placesIn, startLog, stateOf, tca } from "../../support/histories.ts";
import { award, basis, bringIn, cell, edited, sendPart, summary } from "../../support/parts.ts";

const start = startLog();

/** Of two copies, what one of them alone put there is there, and what both did each in their own way is listed. */
function everyClashIsListed(common: Log[], copies: Log[], result: Log): void {
  const listed = placesIn(openConflicts(result));
  const of = (logs: Log[], place: string) => logs.map((log) => leavesOf(stateOf(log)).get(place));
  for (const place of new Set(copies.flatMap((log) => [...leavesOf(stateOf(log)).keys()]))) {
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

  test("ask where each of them settled a clash with the part differently", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const settled = (who: string, mine: number, chosen: number) => {
      const { log, conflicts } = bringIn(edited(start, who, award(mine)), part);
      const chose = mine === chosen ? log : edited(log, who, award(chosen));
      const settles = conflicts.map(({ id }) => id);
      return append(chose, { who, at: "2013-06-03", about: "", changes: [], settles }, hash);
    };
    const { conflicts } = merged(settled("Ann", 300_000, 300_000), settled("Dana", 250_000, 200_000));
    expect(conflicts.map(({ sides }) => sides.map(({ who }) => who).toSorted())).toEqual([["Ann", "Dana"]]);
  });

  test("name whoever changed a thing last, whatever time a part bears", () => {
    const part = edited(sendPart(start), "Bob", award(200_000));
    const there = edited(edited(start, "Ann", award(1)), "Ann", award(420_000));
    const ours = bringIn(there, part).log;
    const { conflicts } = merged(ours, edited(start, "Dana", award(300_000)));
    expect(conflicts.map(({ sides }) => sides.map(({ who }) => who).toSorted())).toEqual([["Bob", "Dana"]]);
  });

  test("come together with no clash where only one of them did more, older state of the part or not", () => {
    const questions: number[] = [];
    fc.assert(
      fc.property(acts, acts, acts, acts, (before, after, bob, more) => {
        const older = perform(sendPart(start), "Bob", bob);
        const part = perform(older, "Bob", more);
        const ours = perform(bringIn(perform(start, "Ann", before), part).log, "Ann", after);
        const theirs = bringIn(edited(start, "Dana", { do: "mark", marking: "OFFICIAL-SENSITIVE" }), older).log;
        const { log, conflicts } = merged(ours, theirs);
        const { summary, ...answers } = stateOf(log).answers;
        const { summary: wanted, ...others } = stateOf(ours).answers;
        expect(answers).toEqual(others);
        // Neighbouring paragraphs that both have changed may be asked about once more; then both texts are whole.
        const open = openConflicts(log).filter(({ question }) => question === "summary");
        const asked = open.flatMap(({ sides }) => sides.map(({ value }) => value));
        expect(conflicts.every(({ question }) => question === "summary")).toBe(true);
        for (const piece of piecesIn(wanted)) expect([summary, ...asked].flatMap(piecesIn)).toContain(piece);
        if (open.length === 0) expect(summary).toEqual(wanted);
        questions.push(conflicts.length);
      }),
      { numRuns: 1500 },
    );
    expect(questions.filter((count) => count > 0).length).toBeLessThan(questions.length / 100);
  });

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
  });
});
