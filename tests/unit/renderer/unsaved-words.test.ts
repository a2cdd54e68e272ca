import { expect, test } from "vitest";
import { unsavedInWords, unsavedName } from "../../../renderer/screens/start/unsaved-words.ts";

const file = { token: "t", label: "Ours.bid", folder: "/bids" };
const work = { bid: "b", changes: 3, typedAt: "2013-06-01T09:02:00", hasCopies: false };
const kept = "3 changes, the last on 1 June 2013 at 09:02.";

test("a bid whose work is kept is called by its title, its file, or neither", () => {
  expect(unsavedName({ ...work, title: "Joint front door", file })).toBe("Joint front door");
  expect(unsavedName({ ...work, file })).toBe("Ours.bid");
  expect(unsavedName(work)).toBe("A bid");
});

test.each([
  ["its file is there", { file, fileIsThere: true }, "Open Ours.bid in /bids, and they come back."],
  [
    "its file is gone",
    { file, fileIsThere: false },
    "Ours.bid is not in /bids now. Open it from where it is, and they come back.",
  ],
  [
    "its file is gone and copies are kept",
    { file, fileIsThere: false, hasCopies: true },
    "Ours.bid is not in /bids now. Open it from where it is, and they come back; or open a copy of it that is kept on this computer.",
  ],
  ["nobody knows its file", {}, "Open its file, and they come back."],
])("how the work comes back is told where %s", (_, where, words) => {
  expect(unsavedInWords({ ...work, ...where })).toBe(`${kept} ${words}`);
});

test("one change is told as one", () => {
  expect(unsavedInWords({ ...work, changes: 1, file, fileIsThere: true })).toBe(
    "1 change, the last on 1 June 2013 at 09:02. Open Ours.bid in /bids, and it comes back.",
  );
});
