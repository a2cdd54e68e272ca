import { describe, expect, test } from "vitest";
import { noticeTitle } from "../../../renderer/app/notice-title.ts";
import { saveLine, saveNews } from "../../../renderer/app/save-words.ts";
import { aboutWords } from "../../../renderer/components/about-words.ts";
import { keepWords } from "../../../renderer/screens/merge/keep-words.ts";
import { otherPlaces } from "../../../renderer/screens/merge/other-places.ts";
import { bringInWords, peopleInWords, safeChanges } from "../../../renderer/screens/merge/review-words.ts";
import { bySection } from "../../../src/history/by-section.ts";
import type { ConflictView, MergeReview } from "../../../src/contract/views.ts";
import type { Difference } from "../../../src/history/compare.ts";
import { tca } from "../../support/histories.ts";

const difference = (question: string): Difference => ({ question, label: question, before: "", after: "x", words: [] });
const side = (who: string, at = "2013-06-01T10:00:00Z") => ({ who, at, text: "", words: [], stands: false });
const clash = (...sides: ConflictView["sides"]): ConflictView => ({
  id: "c",
  kind: "value",
  question: "award-requested",
  label: "Award asked for",
  before: "",
  sides,
  keepBoth: false,
});

function review(changes: number, clashes: number): MergeReview {
  const differences = Array.from({ length: changes }, () => difference("summary"));
  const conflicts = Array.from({ length: clashes }, () => clash(side("Ann"), side("Dana")));
  return { kind: "merged", people: [], incoming: [{ section: "s", title: "S", differences }], conflicts };
}

describe("the line that says when the work was last safe", () => {
  const at = { safeAt: "2013-06-01T14:02:31", savedAt: "2013-06-01T14:02:10" };

  test.each([
    [{ state: "saved", ...at }, "Safe on this computer at 14:02:31 · in the file at 14:02"],
    [{ state: "saving", ...at }, "Safe on this computer at 14:02:31 · in the file at 14:02"],
    [{ state: "failed", ...at }, "Safe on this computer at 14:02:31 · not in the file"],
    [{ state: "failed", ...at, notSafe: "No room." }, "Not safe on this computer · not in the file"],
    [{ state: "taken-over", ...at }, "Safe on this computer at 14:02:31 · the file was taken over by somebody else"],
    [
      { state: "changed-elsewhere", ...at },
      "Safe on this computer at 14:02:31 · the file was changed by somebody else",
    ],
    [{ state: "saving" }, "Saving the file…"],
  ] as const)("%o", (saved, line) => {
    expect(saveLine(saved)).toBe(line);
  });

  test("what is read out does not change with every key", () => {
    expect(saveNews({ state: "saving", ...at, safeAt: "2013-06-01T14:02:32" })).toBe(
      saveNews({ state: "saved", ...at }),
    );
    expect(saveNews({ state: "failed", ...at })).toBe("Not saved");
    expect(saveNews({ state: "changed-elsewhere", ...at, notSafe: "No room." })).toBe("Not saved");
    expect(saveNews({ state: "taken-over", ...at })).toBe("The file was taken over by somebody else");
  });
});

describe("the heading over what happened to a file", () => {
  test("speaks of a loss only where there is one", () => {
    const damaged = { kind: "damaged", message: "" } as const;
    expect(noticeTitle({ ...damaged, lost: ["A file."], mended: [] })).toBe("Part of the file could not be read");
    expect(noticeTitle(damaged)).toBe("Part of the file could not be read");
    expect(noticeTitle({ ...damaged, lost: [], mended: ["The bid."] })).toBe(
      "The file was damaged, and nothing is lost",
    );
  });
});

describe("words for bringing a copy in", () => {
  test.each([
    [3, 2, "Bring in all 3 changes"],
    [1, 0, "Bring in the change"],
    [0, 1, "Bring in 1 clash to settle"],
    [0, 0, "Bring in its history"],
  ])("%i changes and %i clashes", (changes, clashes, words) => {
    expect(bringInWords(review(changes, clashes))).toBe(words);
  });

  test("an answer that clashes is no change that comes in at once, whichever side stands meanwhile", () => {
    const differences = [difference("award-requested"), { ...difference("costs"), row: "r1", column: "amounts" }];
    const both = { ...review(0, 1), incoming: [{ section: "s", title: "S", differences }] };
    expect(safeChanges(both).map((section) => section.differences.map((one) => one.question))).toEqual([["costs"]]);
    expect(bringInWords(both)).toBe("Bring in the change");
  });

  test("people are named with how much each did", () => {
    const people = [
      { who: "Ann", entries: 3 },
      { who: "Dana", entries: 1 },
    ];
    expect(peopleInWords({ ...review(0, 0), people })).toBe("Ann (3 saved steps) and Dana (1 saved step)");
    expect(peopleInWords({ ...review(0, 0), people: people.slice(1) })).toBe("Dana (1 saved step)");
  });

  test("a side is named by its person, and by its time where one person made both", () => {
    expect(keepWords([side("Ann"), side("Dana")], 1)).toBe("Keep Dana’s");
    expect(keepWords([side("Ann", "2013-06-01T09:05:00"), side("Ann")], 0)).toBe("Keep Ann’s of 1 June 2013 at 09:05");
  });

  test("what was done with an entry is not said twice", () => {
    expect(aboutWords("Took back: Changed “Summary”")).toBe("Changed “Summary”");
    expect(aboutWords("Changed “Took back: x”")).toBe("Changed “Took back: x”");
  });
});

describe("lists to choose from", () => {
  test("a file is offered once, and never the bid’s own", () => {
    const place = (token: string, label: string) => ({ token, label, folder: "Bids" });
    const others = otherPlaces(
      [place("1", "a"), place("2", "b"), place("3", "b"), place("4", "own")],
      [place("5", "own")],
    );
    expect(others.map((one) => one.token)).toEqual(["1", "2"]);
  });

  test("differences stand under their sections, in the order of the form", () => {
    const sections = bySection(tca, [difference("costs"), difference(":title"), difference("summary")]);
    expect(sections.map((one) => [one.title, one.differences.length])).toEqual([
      ["The bid as a whole", 1],
      ["About the bid", 1],
      ["Costs", 1],
    ]);
  });
});
