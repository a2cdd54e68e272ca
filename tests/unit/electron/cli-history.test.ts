import { copyFileSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { done } from "../../support/desk.ts";
import { startBid } from "../../support/histories.ts";
import { award, cost, faultOf, json, summary, type History, useLondonTime, useOffice } from "../../support/office.ts";

useLondonTime();

const office = useOffice();

const items = async (...words: string[]) =>
  json<History>(await office.priya.bid("history", "ours.bid", "--json", ...words)).entries;

describe("the history of a bid", () => {
  test("is one line for each change, the newest first: id, when by the clock here, who, what", async () => {
    await office.priya.edit("ours.bid", award(300_000), cost(25));
    const { code, out, err } = await office.priya.bid("history", "ours.bid");
    expect([code, err]).toEqual([0, ""]);
    const lines = out.trimEnd().split("\n");
    expect(lines.map((line) => line.replace(/^[0-9a-f]{8} {2}/, ""))).toEqual([
      "2013-06-01 10:02  Priya  Changed Amount by year of Line r2 in “Costs”",
      "2013-06-01 10:01  Priya  Changed “Award asked for”",
      "2013-06-01 10:00  Priya  Began the bid",
    ]);
  });

  test("can be had of one question, and no more of it than is wanted", async () => {
    await office.priya.edit("ours.bid", award(300_000), cost(25), award(200_000));
    expect((await items("--question", "award-requested")).map((one) => one.about)).toEqual([
      "Changed “Award asked for”",
      "Changed “Award asked for”",
    ]);
    expect((await items("--question", "award-requested", "--limit", "1")).map((one) => one.at)).toEqual([
      "2013-06-01T09:03:00.000Z",
    ]);
    expect(await office.priya.bid("history", "ours.bid", "--question", "price-basis")).toEqual({
      code: 0,
      out: "Nothing in the history of this bid is about that.\n",
      err: "",
    });
  });

  test.each<[string, string[], RegExp]>([
    ["a question there is not", ["history", "ours.bid", "--question", "colour"], /^.+ has no question “colour”\.\n$/],
    ["a number that is none", ["history", "ours.bid", "--limit", "few"], /Give a whole number, 1 or more\.\n$/],
    ["a bid that is not there", ["history", "nowhere.bid"], /^“nowhere\.bid” is not there/],
  ])("is refused in one line: %s", async (_, words, line) => {
    expect(faultOf(await office.priya.bid(...words))).toMatch(line);
  });
});

describe("work that never reached the file", () => {
  const kept = "This computer keeps 2 changes of this bid that the file does not hold: ";

  test("is told of with the history and with the bid as it stood, and counted", async () => {
    expect(json<History>(await office.priya.bid("history", "ours.bid", "--json")).waiting).toBe(0);
    await office.priya.typeAndCrash("ours.bid", award(300_000), cost(25));
    const told = await office.priya.bid("history", "ours.bid");
    expect([told.code, told.out.trimEnd().split("\n").length]).toEqual([0, 1]);
    expect(told.err).toBe(`${kept}open it in the app, or recover it, to have them back.\n`);
    const shown = await office.priya.bid("show", "ours.bid", "--at", "2013-06-01", "--json");
    expect([json<History>(shown).waiting, shown.err.startsWith(kept)]).toEqual([2, true]);
    expect((await office.dana.bid("history", "ours.bid")).err).toBe("");
  });
});

describe("an answer that was put back", () => {
  const putBack = async (entry: string) => {
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    await done(app.restore({ bid: bid.id, entry, question: "award-requested" }));
    await done(app.closeBid({ bid: bid.id }));
    return (await items("--limit", "1"))[0]?.about;
  };

  test("is told with the time it went back to, in words that are the same in every zone", async () => {
    await office.priya.edit("ours.bid", award(300_000), award(200_000));
    const [, second] = await items();
    expect(await putBack(second?.entry ?? "")).toBe("Put “Award asked for” back to 2013-06-01 09:01 UTC");
  });

  test("is told with the name of the version, where it has one", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    await done(app.nameVersion({ bid: bid.id, name: "sent to finance" }));
    await done(app.closeBid({ bid: bid.id }));
    const [named] = await items();
    await office.priya.edit("ours.bid", award(200_000));
    expect(await putBack(named?.entry ?? "")).toBe("Put “Award asked for” back to “sent to finance”");
  });
});

describe("the bid as it stood", () => {
  beforeEach(() => office.priya.edit("ours.bid", award(300_000), award(200_000)));

  test("is shown by the start of an id, as an answers file that can be read in again", async () => {
    const [, second] = await items();
    const shown = await office.priya.bid("show", "ours.bid", "--at", second?.entry.slice(0, 6) ?? "");
    expect([shown.code, shown.err]).toEqual([0, ""]);
    expect(shown.out).toMatch(/^# ours\.bid after [0-9a-f]{8}, 2013-06-01 10:01, Priya: Changed “Award asked for”\n/);
    expect(parse(shown.out)).toMatchObject({ scheme: "tca-2013-14", answers: { "award-requested": 300000 } });
    writeFileSync(office.at("then.yaml"), shown.out);
    expect(await office.priya.bid("import", "then.yaml", "--out", "then.bid")).toMatchObject({ code: 0, err: "" });
  });

  test.each([
    ["a minute by the clock here", "2013-06-01 10:01", 300_000],
    ["a minute later", "2013-06-01 10:02", 200_000],
    ["the same minute with its zone", "2013-06-01T09:01Z", 300_000],
    ["a second before a change", "2013-06-01T09:00:59Z", 420_000],
    ["a whole day", "2013-06-01", 200_000],
  ])("is shown by a time: %s", async (_, time, pounds) => {
    const shown = json<{ bid: { answers: object } }>(
      await office.priya.bid("show", "ours.bid", "--at", time, "--json"),
    );
    expect(shown.bid.answers).toMatchObject({ "award-requested": pounds * 100 });
  });

  test("is shown by the name of a version", async () => {
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    await done(app.nameVersion({ bid: bid.id, name: "sent to finance" }));
    await done(app.closeBid({ bid: bid.id }));
    await office.priya.edit("ours.bid", award(1));
    const shown = json<{ bid: { answers: object } }>(
      await office.priya.bid("show", "ours.bid", "--at", "sent to finance", "--json"),
    );
    expect(shown.bid.answers).toMatchObject({ "award-requested": 200_000_00 });
  });

  test("is what followed last where the clock was set back meanwhile", async () => {
    office.clock.now = new Date("2013-05-30T12:00:00Z");
    await office.priya.edit("ours.bid", award(100_000));
    const shown = json<{ bid: { answers: object } }>(
      await office.priya.bid("show", "ours.bid", "--at", "2013-06-02", "--json"),
    );
    expect(shown.bid.answers).toMatchObject({ "award-requested": 100_000_00 });
  });

  test.each<[string, string, RegExp]>([
    ["a time before it began", "2012-12-24 18:00", /^The history of this bid begins later, at 2013-06-01 10:00\.\n$/],
    ["a day there is not", "2013-02-30", /^“2013-02-30” is no point in the history of this bid\./],
    ["an id there is not", "zzz", /^“zzz” is no point in the history of this bid\./],
    ["no id at all", "", /is no point in the history of this bid\./],
  ])("is refused in one line: %s", async (_, point, line) => {
    expect(faultOf(await office.priya.bid("show", "ours.bid", "--at", point))).toMatch(line);
  });

  test("is refused where an id could be of several entries", async () => {
    await office.priya.edit("ours.bid", ...Array.from({ length: 20 }, (_, index) => award(index + 1)));
    const starts = (await items()).map((one) => one.entry.slice(0, 1));
    const twice = starts.find((one, index) => starts.indexOf(one) !== index) ?? "";
    expect(faultOf(await office.priya.bid("show", "ours.bid", "--at", twice))).toMatch(
      /^\d+ ids start with “.”\. Give more of/,
    );
  });
});

describe("comparing", () => {
  test("two files that are the same ends with 0", async () => {
    copyFileSync(office.at("ours.bid"), office.at("copy.bid"));
    const { code, out } = await office.priya.bid("compare", "ours.bid", "copy.bid");
    expect(code).toBe(0);
    expect(out).toMatch(/: No difference\n/);
  });

  test("two files marks what differs, by question and by cell, word by word", async () => {
    copyFileSync(office.at("ours.bid"), office.at("theirs.bid"));
    await office.dana.edit("theirs.bid", summary("We join three teams."), cost(25));
    await office.priya.edit("ours.bid", summary("We join two teams."));
    const { code, out, err } = await office.priya.bid("compare", "ours.bid", "theirs.bid");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/: 2 differences\nfrom ours\.bid after .+\nto {3}theirs\.bid after .+, Dana: Changed/);
    expect(out).toContain("\n  We join [-two-]{+three+} teams.\n");
    expect(out).toContain("\nCosts, Line r2: Amount by year\n  2013-14 [-£20-]{+£25+}\n");
    const { same, differences } = json<{ same: boolean; differences: { question: string; row?: string }[] }>(
      await office.priya.bid("compare", "ours.bid", "theirs.bid", "--json"),
    );
    expect(same).toBe(false);
    expect(differences.map((one) => [one.question, one.row])).toEqual([
      ["summary", undefined],
      ["costs", "r2"],
    ]);
  });

  test("two files that are not copies of one bid says so, and lists what differs all the same", async () => {
    await office.dana.begin("another.bid", { ...startBid, id: "another" });
    const words = "\nThe two are not copies of one bid: they have no history in common.\n";
    const alike = await office.priya.bid("compare", "ours.bid", "another.bid");
    expect([alike.code, alike.out]).toEqual([1, expect.stringContaining(words)]);
    await office.dana.edit("another.bid", award(300_000));
    const { code, out } = await office.priya.bid("compare", "ours.bid", "another.bid");
    expect([code, out]).toEqual([1, expect.stringContaining(words)]);
    expect(out).toContain("[-£420,000-]{+£300,000+}");
    const reply = await office.priya.bid("compare", "ours.bid", "another.bid", "--json");
    expect(json(reply)).toMatchObject({ same: false, copies: false });
  });

  test("a bid with a part of it that was sent out is no comparison of strangers", async () => {
    const app = office.priya.client();
    const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
    const part = await done(app.makeContribution({ bid: bid.id, sections: ["costs"] }));
    await done(app.closeBid({ bid: bid.id }));
    expect((await office.priya.bid("compare", "ours.bid", part.label)).out).not.toContain("not copies");
  });

  test("two points of one bid, or one point with now", async () => {
    await office.priya.edit("ours.bid", award(300_000), award(200_000));
    const first = await office.priya.bid(
      "compare",
      "ours.bid",
      "--from",
      "2013-06-01 10:00",
      "--to",
      "2013-06-01 10:01",
    );
    expect([first.code, first.out]).toEqual([1, expect.stringContaining("[-£420,000-]{+£300,000+}")]);
    const last = await office.priya.bid("compare", "ours.bid", "--from", "2013-06-01 10:00");
    expect([last.code, last.out]).toEqual([1, expect.stringContaining("[-£420,000-]{+£200,000+}")]);
    expect((await office.priya.bid("compare", "ours.bid", "--from", "2013-06-01 10:02")).code).toBe(0);
  });

  test.each<[string, string[], RegExp]>([
    ["one file and nothing to compare it with", ["compare", "ours.bid"], /^Name two bid files, or one and the point/],
    [
      "two files and a point",
      ["compare", "ours.bid", "ours.bid", "--from", "2013-06-01"],
      /^Name two bid files, or one and/,
    ],
    ["a file that is not there", ["compare", "ours.bid", "nowhere.bid"], /^“nowhere\.bid” is not there/],
  ])("is refused in one line: %s", async (_, words, line) => {
    expect(faultOf(await office.priya.bid(...words))).toMatch(line);
  });
});
