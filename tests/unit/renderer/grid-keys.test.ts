import { describe, expect, test } from "vitest";
import { afterTyping, gridAction, type KeyPress } from "../../../renderer/fields/grid/grid-keys.ts";

const size = { rows: 20, columns: 5 };
const middle = { row: 5, column: 2 };

function press(key: string, held: Partial<KeyPress> = {}): KeyPress {
  return { key, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...held };
}

describe("keys in the grid", () => {
  test.each([
    ["ArrowUp", { row: 4, column: 2 }],
    ["ArrowDown", { row: 6, column: 2 }],
    ["ArrowLeft", { row: 5, column: 1 }],
    ["ArrowRight", { row: 5, column: 3 }],
    ["PageDown", { row: 15, column: 2 }],
    ["PageUp", { row: 0, column: 2 }],
    ["Home", { row: 5, column: 0 }],
    ["End", { row: 5, column: 4 }],
  ])("%s moves the cursor", (key, to) => {
    expect(gridAction(press(key), middle, size)).toEqual({ do: "move", to, extend: false });
  });

  test("the cursor stays inside the grid", () => {
    expect(gridAction(press("ArrowUp"), { row: 0, column: 0 }, size)).toMatchObject({ to: { row: 0, column: 0 } });
    expect(gridAction(press("ArrowRight"), { row: 0, column: 4 }, size)).toMatchObject({ to: { row: 0, column: 4 } });
  });

  test("Control with End goes to the last cell, and with Home to the first", () => {
    expect(gridAction(press("End", { ctrlKey: true }), middle, size)).toMatchObject({ to: { row: 19, column: 4 } });
    expect(gridAction(press("Home", { ctrlKey: true }), middle, size)).toMatchObject({ to: { row: 0, column: 0 } });
  });

  test("Control with an arrow goes to the edge", () => {
    expect(gridAction(press("ArrowDown", { ctrlKey: true }), middle, size)).toMatchObject({
      to: { row: 19, column: 2 },
    });
  });

  test("Shift with an arrow keeps the other corner of what is selected", () => {
    expect(gridAction(press("ArrowDown", { shiftKey: true }), middle, size)).toMatchObject({ extend: true });
  });

  test("a character begins to replace the cell, and F2 and Enter change it", () => {
    expect(gridAction(press("7"), middle, size)).toEqual({ do: "edit", text: "7" });
    expect(gridAction(press("F2"), middle, size)).toEqual({ do: "edit" });
    expect(gridAction(press("Enter"), middle, size)).toEqual({ do: "edit" });
  });

  test("Delete clears, Control with Z takes back, and Control with A selects all", () => {
    expect(gridAction(press("Delete"), middle, size)).toEqual({ do: "clear" });
    expect(gridAction(press("z", { ctrlKey: true }), middle, size)).toEqual({ do: "undo" });
    expect(gridAction(press("a", { metaKey: true }), middle, size)).toEqual({ do: "select-all" });
  });

  test("Tab leaves the grid, and copying and pasting are left to the browser", () => {
    expect(gridAction(press("Tab"), middle, size)).toBeUndefined();
    expect(gridAction(press("c", { ctrlKey: true }), middle, size)).toBeUndefined();
    expect(gridAction(press("v", { ctrlKey: true }), middle, size)).toBeUndefined();
  });

  test("after typing, Enter goes down and Tab goes right, with Shift the other way", () => {
    expect(afterTyping("Enter", false)).toEqual([1, 0]);
    expect(afterTyping("Enter", true)).toEqual([-1, 0]);
    expect(afterTyping("Tab", false)).toEqual([0, 1]);
    expect(afterTyping("Tab", true)).toEqual([0, -1]);
    expect(afterTyping("a", false)).toBeUndefined();
  });
});
