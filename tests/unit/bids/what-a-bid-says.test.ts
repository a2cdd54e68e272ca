import { describe, expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { submissionPack } from "../../../src/packs/submission-pack.ts";
import { workedExamples } from "../../../src/schemes/run-examples.ts";
import type { Question, Scheme } from "../../../src/schemes/scheme-schema.ts";
import { assessed, example, scheme } from "../../support/bidwright.ts";
import { documentInput } from "../../support/documents-builders.ts";

/** Everything that the pack of a bid says, as text. */
function packText(of: Scheme, bid: Bid): string {
  return JSON.stringify(submissionPack(documentInput(of, bid)).documents);
}

/** A scheme that asks for the costs in one strand alone. */
function costsOnlyIn(strand: string): Scheme {
  const of = scheme("tca-2013-14");
  const sections = of.sections.map((section) => ({
    ...section,
    questions: section.questions.map((question) =>
      question.id === "costs" ? ({ ...question, when: { field: "strand", is: strand } } as Question) : question,
    ),
  }));
  return { ...of, sections };
}

const costsOfOneStrand = costsOnlyIn("single-operation");

describe("answers to questions that a bid is not asked", () => {
  const sharing = example(costsOfOneStrand, "cheshire").bid;
  const other = { ...sharing, strand: "limited-sharing" };

  test("count for nothing in the appraisal, and are kept", () => {
    expect(assessed(costsOfOneStrand, sharing).appraisal.totals.costs).toBeGreaterThan(0);
    const { appraisal, check } = assessed(costsOfOneStrand, other);
    expect([appraisal.totals.costs, check.hidden.includes("costs")]).toEqual([0, true]);
    expect(appraisal.totals.savings).toBe(assessed(costsOfOneStrand, sharing).appraisal.totals.savings);
    expect(other.answers["costs"]).toEqual(sharing.answers["costs"]);
  });

  test("are in no finding about money and in no document", () => {
    const described = "Advice on pooling budgets";
    const written = sharing.answers["costs"] as Row[];
    const rows = written.map((row) => ({ ...row, cells: { ...row.cells, description: described } }));
    const pack = (bid: Bid) => packText(costsOfOneStrand, { ...bid, answers: { ...bid.answers, costs: rows } });
    expect(pack(sharing).includes(described)).toBe(true);
    expect(pack(other).includes(described)).toBe(false);
    const places = assessed(costsOfOneStrand, other).check.findings.map(({ place }) => place?.question);
    expect(places).not.toContain("costs");
  });
});

describe("a strand that asks for no award", () => {
  const of = scheme("tca-2015-16");
  const { bid } = example(of, "suffolk-capital-receipts");
  const answered = { ...bid, answers: { ...bid.answers, "award-requested": 500_000_00 } };

  test("has none, whatever was once answered there", () => {
    const { appraisal, check } = assessed(of, answered);
    expect([appraisal.awardFunds, appraisal.awardAsked]).toEqual(["none", undefined]);
    expect(check.findings).toEqual(assessed(of, bid).check.findings);
    expect(assessed(of, example(of, "light-bulb").bid).appraisal.awardFunds).toBe("one-off");
  });

  test("says nothing of one in its documents", () => {
    const saysAward = (wanted: Bid) =>
      /"Award asked for","£|award_asked|The award may meet|Funding gap/.test(packText(of, wanted));
    expect(saysAward(answered)).toBe(false);
    expect(saysAward(example(of, "light-bulb").bid)).toBe(true);
  });
});

describe("the working of a rule", () => {
  test("names strands and choices as the form does, not by their ids", () => {
    const of = scheme("delivering-differently");
    const { check } = assessed(of, example(of, "neighbourhoods-parks").bid);
    const working = check.rules.find(({ rule }) => rule === "sent-by-last-day")?.working;
    const strand = of.strands.find(({ id }) => id === "in-neighbourhoods");
    expect(working).toBe(`Strand: ${strand?.title}.`);
    const wales = of.rules.find(({ id }) => id === "lead-in-england");
    expect(wales && workedExamples(of, wales).find(({ name }) => name === "in Wales")?.working).toMatch(/: Wales\.$/);
  });
});
