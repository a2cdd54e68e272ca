import { describe, expect, test } from "vitest";
import { undoWish } from "../../../renderer/app/undo-keys.ts";
import { isReadingKey } from "../../../renderer/components/reading-keys.ts";

const press = (key: string, held: Partial<Record<"ctrlKey" | "metaKey" | "altKey" | "shiftKey", boolean>> = {}) => ({
  key,
  ctrlKey: false,
  metaKey: false,
  altKey: false,
  shiftKey: false,
  ...held,
});

describe("keys that take back and bring back", () => {
  test.each([
    ["Ctrl+Z", press("z", { ctrlKey: true }), "undo"],
    ["Command+Z", press("z", { metaKey: true }), "undo"],
    ["Ctrl+Y", press("y", { ctrlKey: true }), "redo"],
    ["Ctrl+Shift+Z", press("Z", { ctrlKey: true, shiftKey: true }), "redo"],
    ["Z alone", press("z"), undefined],
    ["Ctrl+Alt+Z", press("z", { ctrlKey: true, altKey: true }), undefined],
    ["Ctrl+B", press("b", { ctrlKey: true }), undefined],
  ])("%s", (_, keys, wish) => {
    expect(undoWish(keys)).toBe(wish);
  });
});

describe("keys in a bid that can only be read", () => {
  test("moving and copying work, and typing does not", () => {
    for (const key of ["ArrowDown", "Tab", "Home", "PageUp"]) expect(isReadingKey(press(key))).toBe(true);
    expect(isReadingKey(press("c", { ctrlKey: true }))).toBe(true);
    for (const keys of [press("c"), press("Enter"), press("Delete"), press("v", { ctrlKey: true }), press("F2")]) {
      expect(isReadingKey(keys)).toBe(false);
    }
  });
});
