import { describe, expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { whichFund, type FundStrand } from "../../../src/bids/which-fund.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { fail, ok } from "../../../src/shared/result.ts";
import { assessed, example, exampleNames, reference, scheme } from "../../support/bidwright.ts";
import { schemeLike } from "../../support/other-scheme.ts";

const tca = scheme("tca-2013-14");
const outline = scheme("project-outline");
const { discountSeries } = reference();
const shelved = (one: Scheme) => ({ id: one.id, scheme: ok(one) });

const judge = (bid: Bid, from: Scheme = tca, shelf = [tca, outline], today = "2013-06-01") =>
  whichFund({ bid, scheme: from }, shelf.map(shelved), { today, discountSeries });

const strandOf = (strands: readonly FundStrand[], strand: string) =>
  strands.find((one) => one.strand === strand) as FundStrand;

const bidOf = (name: string, from: Scheme = tca) => example(from, name).bid;

describe("which fund a bid could go to", () => {
  test("could bid comes first, then what is not known yet, then what is ruled out", () => {
    const { strands } = judge(bidOf("fails-limited-over-band"));
    expect(strands.map(({ strand, verdict }) => [strand, verdict])).toEqual([
      ["single-operation", "not known yet"],
      ["esg-top-up", "not known yet"],
      ["limited-sharing", "ruled out"],
    ]);
    expect(strandOf(judge(bidOf("cheshire")).strands, "single-operation").verdict).toBe("could bid");
  });

  test("what rules it out stands with its working and the nearest change", () => {
    const [failed] = strandOf(judge(bidOf("fails-limited-over-band")).strands, "limited-sharing").failed;
    expect(failed?.finding).toMatchObject({ id: "rule:award-within-limited-band", severity: "blocker" });
    expect(failed?.finding.working).toContain("£500,001");
    expect(failed?.finding.fix).toContain("£500,000");
  });

  test("what is not known yet says which questions it waits for, each once, and those that wait for fewest come first", () => {
    const { strands } = judge(bidOf("cheshire", outline), outline);
    const needs = strands.map((one) => one.needed.length);
    expect(needs).toEqual(needs.toSorted((a, b) => a - b));
    const labels = strandOf(strands, "limited-sharing").needed.map((one) => one.label);
    expect(labels).toContain("What is new about this");
    expect(new Set(labels).size).toBe(labels.length);
  });

  test("the strand of the bid itself is judged as every check judges it", () => {
    for (const name of exampleNames("tca-2013-14")) {
      const bid = bidOf(name);
      const own = judge(bid).strands.find((one) => one.own);
      const rules = assessed(tca, bid).check.findings.filter((finding) => finding.kind === "rule");
      const blockers = rules.filter((finding) => finding.severity === "blocker");
      const expected = blockers.some((finding) => finding.outcome === "not met")
        ? "ruled out"
        : blockers.length > 0
          ? "not known yet"
          : "could bid";
      expect([name, own?.verdict]).toEqual([name, expected]);
    }
  });

  test("rules are counted by how much they weigh and how they stand", () => {
    for (const { counts } of judge(bidOf("cheshire")).strands) {
      const all = Object.values(counts).flatMap((outcomes) => Object.values(outcomes));
      expect(all.reduce((total, count) => total + count, 0)).toBe(tca.rules.length);
    }
  });

  test("an outline is no fund, and a scheme that cannot be used is listed with its reason", () => {
    const at = { today: "2013-06-01", discountSeries };
    const broken = { id: "broken", scheme: fail(["rules.yaml: the file is missing."]) };
    const funds = whichFund({ bid: bidOf("cheshire"), scheme: tca }, [shelved(outline), shelved(tca), broken], at);
    expect(funds.schemes.map((one) => one.id)).toEqual(["tca-2013-14"]);
    expect(funds.unusable).toEqual([{ id: "broken", problems: ["rules.yaml: the file is missing."] }]);
  });

  test("a scheme is closed from the day after its last date, whatever its rules say", () => {
    const closedOn = (today: string) => judge(bidOf("cheshire"), tca, [tca], today);
    expect(closedOn("2014-04-02").schemes[0]?.closed).toBeUndefined();
    const after = closedOn("2014-04-03");
    expect(after.schemes[0]?.closed).toEqual({ label: "Further awards announced", date: "2014-04-02" });
    expect(after.strands[0]?.verdict).toBe("could bid");
    const undated = judge(bidOf("cheshire"), tca, [{ ...tca, dates: [] }]);
    expect(undated.schemes[0]?.closed).toBeUndefined();
  });

  test("another scheme's limits are judged by that scheme's own figures and questions", () => {
    const smaller = schemeLike(tca, "smaller", (question) => (question.id === "innovation" ? undefined : question));
    const high = smaller.figures["limited-band-high"];
    if (!high) throw new Error("The figure is gone");
    high.values = [{ from: "2013-03-22", value: 400_000 }];
    const rules = smaller.rules.filter((rule) => rule.id !== "limited-innovation-shown");
    const { strands } = judge(bidOf("cheshire"), tca, [{ ...smaller, rules }]);
    const strand = strandOf(strands, "limited-sharing");
    expect(strand.failed.map((one) => one.finding.id)).toEqual(["rule:award-within-limited-band"]);
    expect(strand.answers.leftBehind).toBe(2);
  });
});
