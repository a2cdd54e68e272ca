import { expect, test } from "vitest";
import { bidInPlainText } from "../../../src/documents/plain-text.ts";

import { longAnswer, startBid, tca } from "../../support/histories.ts";

test("a bid as plain text holds every answer: long ones, lines of tables, and what the scheme does not ask", () => {
  const answers = { ...startBid.answers, summary: longAnswer([["First."], ["Second."]]), "asked-before": "Still here" };
  const text = bidInPlainText({ scheme: tca, bid: { ...startBid, answers }, years: ["2013-14"] });
  expect(text.startsWith(startBid.title)).toBe(true);
  expect(text).toContain("First.\nSecond.");
  expect(text).toContain('asked-before: "Still here"');
  expect(text).toMatch(/Award asked for\t£/);
  for (const row of startBid.answers["costs"] as { cells: { description?: string } }[])
    expect(text).toContain(row.cells.description ?? "");
});
