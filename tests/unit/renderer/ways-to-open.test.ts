import { describe, expect, test } from "vitest";
import { openingTitle, waysToOpen } from "../../../renderer/screens/start/ways-to-open.ts";
import type { OperationError } from "../../../src/contract/define.ts";

const ways = (error: OperationError) => waysToOpen(error).map((way) => way.as);
const held = "our.bid is open: Dana on PC-2, since 2013-06-01 08:00 (UTC), last active 2013-06-01 08:30.";

describe("a file that does not open in the usual way", () => {
  test.each([
    ["somebody is in it", { code: "opened-elsewhere", message: held }, ["copy", "read-only"]],
    [
      "somebody was in it and has gone",
      { code: "opened-elsewhere", message: `${held} That was a while ago, so you can take it over.` },
      ["take-over", "copy", "read-only"],
    ],
    [
      "another copy is open here",
      { code: "opened-elsewhere", message: "Another copy of this bid is open here. Close that one first." },
      [],
    ],
    ["it is damaged", { code: "damaged", message: "The end is missing." }, ["salvage"]],
    ["a newer app saved it", { code: "newer-format", message: "Saved by a newer app." }, ["read-only"]],
    ["it cannot be read", { code: "cannot-read", message: "There is nothing there." }, []],
  ] satisfies [string, OperationError, string[]][])("%s", (_, error, expected) => {
    expect(ways(error)).toEqual(expected);
  });

  test("the heading does not blame somebody else for a copy that is open here", () => {
    expect(openingTitle({ code: "opened-elsewhere", message: held })).toBe("Somebody has this bid open");
    expect(openingTitle({ code: "opened-elsewhere", message: "Another copy of this bid is open here." })).toBe(
      "Another copy of this bid is open",
    );
  });
});
