import { describe, expect, test } from "vitest";
import { keptInWords } from "../../../renderer/screens/start/kept-words.ts";
import { openingFor } from "../../../renderer/screens/start/ways-to-open.ts";
import { contract } from "../../../src/contract/contract.ts";

const ways = (code: string) => openingFor(code).ways.map((way) => way.as);

describe("a file that does not open in the usual way", () => {
  test.each([
    ["somebody is in it", "opened-elsewhere", ["copy", "read-only"]],
    ["somebody was in it and has gone", "left-open", ["take-over", "copy", "read-only"]],
    ["another copy is open here", "open-here-already", []],
    ["it is damaged", "damaged", ["salvage"]],
    ["it is damaged all through", "nothing-sound", []],
    ["a newer app saved it", "newer-format", ["read-only"]],
    ["it cannot be read", "cannot-read", []],
  ])("%s", (_, code, expected) => {
    expect(contract.openBid.errors).toContain(code);
    expect(ways(code)).toEqual(expected);
  });

  test("the heading does not blame somebody else for a copy that is open here", () => {
    expect(openingFor("opened-elsewhere").title).toBe("Somebody has this bid open");
    expect(openingFor("left-open").title).toBe("Somebody has this bid open");
    expect(openingFor("open-here-already").title).toBe("Another copy of this bid is open");
  });

  test("copies kept on this computer are offered where the file itself cannot be had, and nowhere else", () => {
    const offered = contract.openBid.errors.filter((code) => openingFor(code).kept);
    expect(offered.toSorted()).toEqual(["cannot-read", "damaged", "nothing-sound"]);
  });

  test("what cannot be helped is still a problem", () => {
    expect(openingFor("constructor")).toEqual({ title: "There is a problem", ways: [], kept: false });
    expect(openingFor("cannot-write")).toEqual({ title: "There is a problem", ways: [], kept: false });
  });
});

describe("copies kept of a file that cannot be opened", () => {
  const savedAt = "2013-06-01T09:02:00";

  test.each([
    [
      { title: "Ours", savedAt },
      true,
      "The file does not say which bid it was. “Ours” was last saved here, on 1 June 2013 at 09:02:",
    ],
    [{ title: "Theirs", savedAt }, false, "“Theirs” was last saved here, on 1 June 2013 at 09:02:"],
    [{ title: "Ours" }, true, "Of “Ours”:"],
    [{}, true, "Of this bid:"],
  ])("%o", (copies, first, words) => {
    expect(keptInWords({ ...copies, backups: [] }, first)).toBe(words);
  });
});
