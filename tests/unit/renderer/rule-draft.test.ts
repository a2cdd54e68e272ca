import { describe, expect, test } from "vitest";
import { councilRuleFaults } from "../../../src/schemes/council-additions.ts";
import {
  councilDocument,
  draftOf,
  emptyDraft,
  questionsFor,
  ruleOf,
  type RuleDraft,
} from "../../../renderer/screens/own-rule/rule-draft.ts";
import { scheme } from "../../support/bidwright.ts";

const held = scheme("tca-2013-14");
const filled: RuleDraft = {
  ...emptyDraft,
  says: "A bid asks for no more than £100,000.",
  source: "Cabinet report of 4 June",
  question: "award-requested",
  test: "at-most",
  high: "£100,000",
};

function faults(draft: RuleDraft): string[] {
  const made = ruleOf(held, draft);
  if (!made.ok) return Object.values(made.error);
  const cited = { ...held, documents: [...held.documents, councilDocument(draft.source)] };
  return councilRuleFaults(cited, made.value, () => "rule");
}

describe("a rule filled in on the form", () => {
  test("gets examples on each side of its edge, and can be used as it is", () => {
    const made = ruleOf(held, filled);
    expect(
      made.ok && made.value.examples.map(({ given, expect: outcome }) => [given["award-requested"], outcome]),
    ).toEqual([
      [99_999, "met"],
      [100_000, "met"],
      [100_001, "not met"],
      [undefined, "cannot tell"],
    ]);
    expect(faults(filled)).toEqual([]);
  });

  test.each<[string, Partial<RuleDraft>]>([
    ["for one strand", { strand: "limited-sharing" }],
    ["from one limit to another", { test: "between", low: "60000", high: "90000", strand: "limited-sharing" }],
    ["by a day", { question: "submission-date", high: "2013-07-12" }],
    ["by an answer", { test: "is", question: "accountable-body", answer: "yes" }],
    ["by a question that is answered", { test: "answered", question: "summary" }],
  ])("can be used as it is: %s", (_, more) => {
    expect(faults({ ...filled, ...more })).toEqual([]);
  });

  test("says what is missing, by field", () => {
    const made = ruleOf(held, { ...emptyDraft, question: "award-requested" });
    expect(!made.ok && Object.keys(made.error)).toEqual(["says", "source", "high"]);
  });

  test("comes back into the form as it was filled in", () => {
    const made = ruleOf(held, { ...filled, strand: "limited-sharing", advice: "Ask for less." });
    if (!made.ok) throw new Error("no rule");
    const cited = { ...held, documents: [...held.documents, councilDocument(filled.source)] };
    expect(draftOf(cited, made.value)).toMatchObject({
      id: made.value.id,
      says: filled.says,
      source: filled.source,
      strand: "limited-sharing",
      question: "award-requested",
      high: "100000",
      advice: "Ask for less.",
    });
  });

  test("is left to be written out where the form has no place for it", () => {
    const made = ruleOf(held, filled);
    if (!made.ok) throw new Error("no rule");
    expect(draftOf(held, { ...made.value, test: { not: made.value.test } })).toBeUndefined();
  });

  test("offers only questions that can be asked in that way", () => {
    const kinds = new Set(questionsFor(held, "at-most").map((question) => question.kind));
    expect([...kinds].every((kind) => ["money", "number", "percentage", "date"].includes(kind))).toBe(true);
  });
});
