import { readFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { CarriedBid } from "../../../src/bids/carry-bid.ts";
import type { WhichFund } from "../../../src/bids/which-fund.ts";
import { example, scheme } from "../../support/bidwright.ts";
import { faultOf, json, useLondonTime, useOffice } from "../../support/office.ts";

useLondonTime();

const office = useOffice();
beforeEach(async () => {
  await office.priya.begin("outline.bid", example(scheme("project-outline"), "babergh-mid-suffolk").bid);
  await office.priya.begin("cheshire.bid", example(scheme("tca-2013-14"), "cheshire").bid);
  await office.priya.begin("over.bid", example(scheme("tca-2013-14"), "fails-limited-over-band").bid);
});

describe("which-fund", () => {
  test("names every strand with its verdict, and ends with 0 where there is one to bid to", async () => {
    const { code, out, err } = await office.priya.bid("which-fund", "cheshire.bid");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("which fund? (judged on 1 June 2013)");
    expect(out).toContain("COULD BID  Transformation Challenge Award 2013-14: Single operation");
    expect(out).toContain("--scheme tca-2013-14 --strand single-operation  (this bid)");
    expect(out).not.toContain("Project outline");
  });

  test("ends with 1 where there is none, and says what is needed first", async () => {
    await office.priya.begin("empty.bid", {
      ...example(scheme("project-outline"), "babergh-mid-suffolk").bid,
      answers: {},
    });
    expect(await office.priya.bid("which-fund", "empty.bid")).toMatchObject({ code: 1 });
    const { out } = await office.priya.bid("which-fund", "outline.bid");
    expect(out).toContain("NOT KNOWN YET  Transformation Challenge Award 2013-14: Limited shared arrangements");
    expect(out).toMatch(/needed to tell \(\d+\): .*What is new about this/);
  });

  test("says how far off a strand is that is ruled out, and that a scheme is closed", async () => {
    office.clock.now = new Date("2026-03-01T09:00:00Z");
    const { out } = await office.priya.bid("which-fund", "over.bid");
    expect(out).toContain("RULED OUT  Transformation Challenge Award 2013-14: Limited shared arrangements");
    expect(out).toMatch(/BLOCKER not met: .*£500,000/);
    expect(out).toContain("closed: “Further awards announced” was 2 April 2014");
  });

  test("gives the same as JSON", async () => {
    const funds = json<WhichFund>(await office.priya.bid("which-fund", "cheshire.bid", "--json"));
    const ofAward = funds.strands.filter((one) => one.scheme === "tca-2013-14");
    expect(ofAward.map((one) => one.verdict)).toEqual(["could bid", "could bid", "not known yet"]);
  });
});

describe("carry", () => {
  const carry = (...words: string[]) =>
    office.priya.bid("carry", "outline.bid", "--scheme", "tca-2013-14", "--out", "new.bid", ...words);

  test("makes a bid of the answers, says what stays behind, and leaves the first file alone", async () => {
    const before = readFileSync(office.at("outline.bid"));
    const { code, out, err } = await carry("--strand", "limited-sharing");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("Came over whole: 13 answers.");
    expect(out).toContain("When work would start: 4 November 2013.");
    expect(out).toContain("It is kept in the new bid.");
    expect(out).toContain("  What is new about this\n");
    expect(readFileSync(office.at("outline.bid"))).toEqual(before);
    const exported = parse((await office.priya.bid("export", "new.bid")).out) as { answers: object };
    expect(exported).toMatchObject({ scheme: "tca-2013-14", strand: "limited-sharing" });
    expect(exported.answers).toMatchObject({ "award-requested": 167000 });
    expect((await office.priya.bid("verify", "new.bid")).code).toBe(0);
    expect((await office.priya.bid("history", "new.bid")).out).toContain("Began the bid with answers of “One staff");
  });

  test("gives the same as JSON, under the title that was given", async () => {
    const made = json<CarriedBid & { title: string }>(
      await carry("--strand", "limited-sharing", "--title", "Ours", "--json"),
    );
    expect(made.title).toBe("Ours");
    expect(made.leftBehind.map((one) => one.question)).toEqual(["start-date"]);
  });

  test("says what is wrong where it cannot be made", async () => {
    expect(faultOf(await carry("--strand", "no-such"))).toContain("has no strand “no-such”");
    await carry("--strand", "limited-sharing");
    expect(faultOf(await carry("--strand", "limited-sharing"))).toContain("“new.bid” is there already.");
    const missing = await office.priya.bid(
      "carry",
      "outline.bid",
      "--scheme",
      "x",
      "--strand",
      "y",
      "--out",
      "other.bid",
    );
    expect(faultOf(missing)).toContain("There is no scheme “x” here.");
  });
});
