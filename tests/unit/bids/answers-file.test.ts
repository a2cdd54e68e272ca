import { describe, expect, test } from "vitest";
import { readAnswersFile, schemeNamedIn, writeAnswersFile } from "../../../src/bids/answers-file.ts";
import { scheme } from "../../support/bidwright.ts";
import { emptyBid } from "../../support/bids.ts";
import { momentScheme } from "../../support/moment-scheme.ts";

const loaded = scheme("tca-2013-14");
const head = "bidwright: answers 1\nscheme: tca-2013-14\nstrand: limited-sharing\ntitle: Shared ICT\nanswers:\n";

function read(answers: string) {
  return readAnswersFile({ name: "mine.yaml", text: head + answers }, loaded);
}

describe("a bid written by hand", () => {
  test("is read with amounts in pounds and lines with ids", () => {
    const bid = read(
      "  award-requested: 300000.5\n  costs:\n    - { description: Servers, amounts: { 2013-14: 10 } }\n",
    );
    expect(bid.ok && bid.value.bid.answers).toEqual({
      "award-requested": 300_000_50,
      costs: [{ id: "line-1", cells: { description: "Servers", amounts: { "2013-14": 1000 } } }],
    });
  });

  test("may write an amount as people do, and keeps what cannot be read", () => {
    const clear = read('  award-requested: "£300,000"\n');
    expect(clear.ok && clear.value.bid.answers["award-requested"]).toBe(300_000_00);
    const unclear = read("  award-requested: about 300k\n");
    expect(unclear.ok && unclear.value.bid.answers["award-requested"]).toEqual({ unread: "about 300k" });
  });

  test.each([
    ["  no-such: 1\n", "mine.yaml line 6, column 12: the scheme has no question “no-such”."],
    ["  costs: 12\n", "mine.yaml line 6, column 10: costs is not a list of lines."],
    [
      "  costs:\n    - { sums: 1 }\n",
      "mine.yaml line 7, column 15: costs › 0 › sums is no column here; the columns are ",
    ],
    ["  lead-authority: [x]\n", "mine.yaml line 6, column 19: lead-authority is not an organisation."],
    [
      "  costs:\n    - { id: a }\n    - { id: a }\n",
      "mine.yaml line 8, column 13: costs › 1 › id “a” is the id of two lines.",
    ],
  ])("%j is refused with the line", (answers, message) => {
    const bid = read(answers);
    expect(!bid.ok && bid.error[0]).toContain(message);
  });

  test("keeps moments, those of lines too, and what could not be read as one, on the way out and in again", () => {
    const timed = momentScheme();
    const answers = {
      "sent-at": "2013-07-12T16:30",
      meetings: [
        { id: "a", cells: { about: "Cabinet", starts: "2013-06-03T12:00" } },
        { id: "b", cells: { starts: { unread: "after lunch: =1+1" } } },
      ],
    };
    const text = writeAnswersFile(emptyBid({ answers }), timed);
    expect(text).toContain("  sent-at: 2013-07-12T16:30\n");
    const again = readAnswersFile({ name: "again.yaml", text }, timed);
    expect(again.ok && again.value.bid.answers).toEqual(answers);
  });

  test("for another scheme, or no strand of this one, is refused", () => {
    const wrong = readAnswersFile({ name: "a.yaml", text: head.replace("limited-sharing", "merger") }, loaded);
    expect(!wrong.ok && wrong.error[0]).toBe(
      "a.yaml: “merger” is no strand of the scheme. The strands are single-operation, limited-sharing, esg-top-up.",
    );
    expect(schemeNamedIn("a.yaml", "title: x")).toMatchObject({ ok: false });
    expect(schemeNamedIn("a.yaml", head)).toEqual({ ok: true, value: "tca-2013-14" });
  });

  test("is written so that a person can read and change it", () => {
    const bid = emptyBid({ answers: { "award-requested": 300_000_50, "separate-identity-kept": true } });
    expect(writeAnswersFile(bid, loaded)).toBe(
      "bidwright: answers 1\nscheme: tca-2013-14\nstrand: limited-sharing\ntitle: Joining two back offices\n" +
        "marking: OFFICIAL\nanswers:\n  award-requested: 300000.5\n  separate-identity-kept: true\n",
    );
  });
});
