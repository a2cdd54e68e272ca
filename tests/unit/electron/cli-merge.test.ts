import { copyFileSync, existsSync, readFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { done } from "../../support/desk.ts";
import { award, cost, faultOf, json, summary, title, useLondonTime, useOffice } from "../../support/office.ts";
import { startBid } from "../../support/histories.ts";

useLondonTime();

const office = useOffice();

interface Merged {
  kind: string;
  people: { who: string; entries: number }[];
  conflicts: { id: string; question: string; sides: { who: string; text: string }[] }[];
}

describe("merging two copies", () => {
  const merge = (...words: string[]) =>
    office.priya.bid("merge", "ours.bid", "theirs.bid", "--out", "both.bid", ...words);
  const answers = async (file: string) =>
    parse((await office.priya.bid("export", file)).out) as { title: string; answers: object };
  beforeEach(() => copyFileSync(office.at("ours.bid"), office.at("theirs.bid")));

  test("takes both people's work, ends with 0, and changes neither file", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.dana.edit("theirs.bid", cost(25), title("A better title"));
    const before = [readFileSync(office.at("ours.bid")), readFileSync(office.at("theirs.bid"))];
    const { code, out, err } = await merge();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("both copies had something new");
    expect(out).toContain("  from Dana: 2 entries\n");
    expect(out).toContain("Came in, The bid as a whole:\n  Title of the bid: Cutting crime");
    expect([readFileSync(office.at("ours.bid")), readFileSync(office.at("theirs.bid"))]).toEqual(before);
    expect(await answers("both.bid")).toMatchObject({
      title: "A better title",
      answers: { "award-requested": 300000 },
    });
    expect((await office.priya.bid("verify", "both.bid")).code).toBe(0);
    expect((await office.priya.bid("verify", "ours.bid")).out).not.toContain("This computer keeps");
  });

  test("says of each answer that came in what it was and what it is, long ones from where they differ", async () => {
    const long = (end: string) =>
      summary("We join two teams of three councils, as was agreed long ago.", "So be it.", end);
    await office.priya.edit("ours.bid", long("It starts in April."));
    copyFileSync(office.at("ours.bid"), office.at("theirs.bid"));
    await office.dana.edit("theirs.bid", award(300_000), long("It starts in May."), cost(25));
    const { out } = await merge();
    expect(out).toContain("\n  Award asked for: £420,000 → £300,000\n");
    expect(out).toMatch(/\n {2}Summary of the bid: …\S.{0,40} April\. → …\S.{0,40} May\.\n/);
    expect(out).toContain("\n  Costs, Line r2: Amount by year: 2013-14 £20 → 2013-14 £25\n");
  });

  test("says that this computer keeps work that neither file holds, and how much", async () => {
    await office.dana.edit("theirs.bid", cost(25));
    await office.priya.typeAndCrash("ours.bid", award(300_000));
    const { code, err } = await merge();
    expect([code, err]).toEqual([
      0,
      "This computer keeps 1 change of this bid that neither file holds: open it in the app, or recover it, to have it back.\n",
    ]);
    const reply = await merge("--replace", "--json");
    expect(json<{ waiting: number }>(reply).waiting).toBe(1);
    expect(reply.err).toMatch(/^This computer keeps 1 change /);
  });

  test("is the same whichever of the two comes first, and merging again brings nothing", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.dana.edit("theirs.bid", cost(25));
    await merge();
    expect((await office.priya.bid("merge", "theirs.bid", "ours.bid", "--out", "other.bid")).code).toBe(0);
    expect((await office.priya.bid("compare", "both.bid", "other.bid")).code).toBe(0);
    const again = await office.priya.bid("merge", "both.bid", "theirs.bid", "--out", "again.bid", "--json");
    expect([again.code, json<Merged>(again).kind]).toEqual([0, "nothing new"]);
  });

  test("lists what both changed with both texts side by side, ends with 1, and writes the file all the same", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.dana.edit("theirs.bid", award(200_000));
    const { code, out, err } = await merge();
    expect([code, err]).toEqual([1, ""]);
    expect(out).not.toContain("Came in");
    expect(out).toMatch(
      /To be settled: 1\. Until then the text on the left stands\.\n\n[0-9a-f]{16} {2}Award asked for\nBefore: £420,000\n/,
    );
    expect(out).toMatch(
      /^(?:Priya, 2013-06-01 10:01 +\| Dana, 2013-06-01 10:02\n£300,000 +\| £200,000|Dana, 2013-06-01 10:02 +\| Priya, 2013-06-01 10:01\n£200,000 +\| £300,000)$/m,
    );
    const { conflicts } = json<Merged>(await merge("--replace", "--json"));
    expect(conflicts.map((one) => [one.question, one.sides.map((side) => side.text).toSorted()])).toEqual([
      ["award-requested", ["£200,000", "£300,000"]],
    ]);
    expect((await office.priya.bid("check", "both.bid")).out).toContain(`merge:${conflicts[0]?.id ?? ""}`);
    expect((await office.priya.bid("merge", "both.bid", "theirs.bid", "--out", "again.bid")).code).toBe(1);
  });

  test("brings in a part that was sent out and filled in", async () => {
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    const part = await done(app.makeContribution({ bid: bid.id, sections: ["costs"] }));
    await done(app.closeBid({ bid: bid.id }));
    await office.dana.edit(part.label, cost(25));
    const { code, out } = await office.priya.bid("merge", "ours.bid", part.label, "--out", "both.bid");
    expect([code, out]).toEqual([
      0,
      expect.stringContaining("the part was brought into the bid.\n  from Dana: 1 entry\n"),
    ]);
    expect((await office.priya.bid("compare", "ours.bid", "both.bid")).out).toContain("2013-14 [-£20-]{+£25+}");
    const again = await office.priya.bid("merge", "both.bid", part.label, "--out", "again.bid", "--json");
    expect([again.code, json<Merged>(again).kind]).toEqual([0, "nothing new"]);
    const back = await office.priya.bid("merge", part.label, "ours.bid", "--out", "never.bid");
    expect(faultOf(back)).toMatch(/is a part of a bid\. Name the whole bid first: merge “ours\.bid” /);
  });

  test("shows no work of a part at a time at which it was not in yet", async () => {
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    const part = await done(app.makeContribution({ bid: bid.id, sections: ["costs"] }));
    await done(app.closeBid({ bid: bid.id }));
    await office.dana.edit(part.label, cost(25));
    await office.priya.edit("ours.bid", award(300_000));
    await office.priya.bid("merge", "ours.bid", part.label, "--out", "both.bid");
    expect((await office.priya.bid("history", "both.bid")).out).toMatch(
      /2013-06-01 10:01 +Dana +Brought in the part of Dana: Changed .*\n.*2013-06-01 10:02 +Priya +Changed/,
    );
    const then = await office.priya.bid("show", "both.bid", "--at", "2013-06-01 10:01");
    expect(then.out).toContain("Began the bid");
    expect(then.out).not.toContain("300000");
    expect((await office.priya.bid("show", "both.bid", "--at", "2013-06-01 10:02")).out).toContain("2013-14: 25");
  });

  test("is refused in one line where there is nothing to merge", async () => {
    await office.dana.begin("another.bid", { ...startBid, id: "another" });
    writeFileSync(office.at("none.bid"), "not a bid");
    const into = ["--out", "both.bid"];
    const words = [
      ["merge", "ours.bid", "another.bid", ...into],
      ["merge", "ours.bid", "none.bid", ...into],
      ["merge", "nowhere.bid", "ours.bid", ...into],
    ];
    const faults = await Promise.all(words.map(async (one) => faultOf(await office.priya.bid(...one))));
    expect(faults).toEqual([
      "The two files have no history in common, so they are not copies of one bid.\n",
      expect.stringMatching(/^“none\.bid” is not a bid file/),
      expect.stringMatching(/^“nowhere\.bid” is not there/),
    ]);
    expect(existsSync(office.at("both.bid"))).toBe(false);
    writeFileSync(office.at("both.bid"), "mine");
    expect(faultOf(await merge())).toBe("“both.bid” is there already. Choose another name, or add --replace.\n");
    expect(readFileSync(office.at("both.bid"), "utf8")).toBe("mine");
  });
});

describe("a command that cannot be done, asked for JSON", () => {
  test.each([
    ["a file that is not there", ["check", "nowhere.bid"]],
    ["files of two bids", ["merge", "ours.bid", "another.bid", "--out", "both.bid"]],
    ["a name that is missing", ["merge", "ours.bid"]],
    ["a number that is none", ["history", "ours.bid", "--limit", "few"]],
    ["a scheme there is not", ["scheme", "check", "nowhere"]],
  ])("prints the same sentences there and on standard error: %s", async (_, words) => {
    await office.dana.begin("another.bid", { ...startBid, id: "another" });
    const reply = await office.priya.bid(...words, "--json");
    const { error } = json<{ error: string[] }>(reply);
    expect([reply.code, error.map((line) => `${line}\n`).join("")]).toEqual([2, reply.err]);
    expect(error).not.toEqual([]);
    expect(faultOf(await office.priya.bid(...words))).toBe(reply.err);
  });
});

describe("help", () => {
  test.each(["history", "show", "compare", "merge", "verify", "recover"])("of %s is no failure", async (command) => {
    const { code, out, err } = await office.priya.bid(command, "--help");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(new RegExp(`^Usage: bid ${command} \\[options\\] <`));
    expect(out).toContain("--json");
  });
});
