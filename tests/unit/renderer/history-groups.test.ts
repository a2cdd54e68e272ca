import { describe, expect, test } from "vitest";
import { byDay, historySteps } from "../../../renderer/screens/history/history-groups.ts";
import type { HistoryItem } from "../../../src/contract/views.ts";

let made = 0;
const item = (at: string, over: Partial<HistoryItem> = {}): HistoryItem => ({
  entry: `e${(made += 1)}`,
  at: `2013-06-01T${at}Z`,
  who: "Ann",
  about: "Changed “Summary”",
  kind: "changed",
  questions: ["summary"],
  ...over,
});

describe("the history as an officer remembers it", () => {
  test("typing in one place is one step, from its first change to its last", () => {
    const items = [item("10:02:00"), item("10:01:00"), item("10:00:00"), item("09:00:00", { kind: "began" })];
    const [step, began] = historySteps(items);
    expect(step).toMatchObject({
      entry: items[0]?.entry,
      before: items[3]?.entry,
      from: "2013-06-01T10:00:00Z",
      at: "2013-06-01T10:02:00Z",
      changes: 3,
    });
    expect(began).toMatchObject({ kind: "began", before: undefined });
  });

  test.each([
    ["a pause of more than five minutes", { at: "2013-06-01T09:54:59Z" }],
    ["another person", { who: "Dana" }],
    ["another answer", { about: "Changed “Award asked for”" }],
    ["something that is no typing", { kind: "took back" as const }],
  ])("%s begins a new step", (_, over) => {
    expect(historySteps([item("10:00:00"), item("09:59:00", over)])).toHaveLength(2);
  });

  test("named versions never disappear in a step", () => {
    const named = { kind: "named" as const, name: "sent to finance", questions: [] };
    expect(historySteps([item("10:00:02", named), item("10:00:01", named)])).toHaveLength(2);
  });

  test("the history of one answer still knows what came before each change of it", () => {
    const [newest, other, oldest] = [item("10:00:00"), item("09:30:00", { questions: [] }), item("09:00:00")];
    const before = historySteps([newest, oldest], [newest, other, oldest]).map((step) => step.before);
    expect(before).toEqual([other.entry, undefined]);
  });

  test("steps come under the day they were done on, in their order", () => {
    const steps = historySteps([item("10:00:00"), item("09:00:00"), item("08:00:00", { at: "2013-05-31T08:00:00Z" })]);
    expect(byDay(steps, (iso) => iso.slice(0, 10)).map(([day, own]) => [day, own.length])).toEqual([
      ["2013-06-01", 2],
      ["2013-05-31", 1],
    ]);
  });
});
