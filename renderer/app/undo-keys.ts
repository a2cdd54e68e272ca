/** The keys of a keyboard event that taking back looks at. */
export interface UndoPress {
  key: string;
  ctrlKey: boolean;
  metaKey: boolean;
  altKey: boolean;
  shiftKey: boolean;
}

/** What a key asks of the whole bid: Ctrl+Z takes back; Ctrl+Y and Ctrl+Shift+Z bring back. */
export function undoWish({ key, ctrlKey, metaKey, altKey, shiftKey }: UndoPress): "undo" | "redo" | undefined {
  if (altKey || !(ctrlKey || metaKey)) return undefined;
  const pressed = key.toLowerCase();
  if (pressed === "z") return shiftKey ? "redo" : "undo";
  return pressed === "y" && !shiftKey ? "redo" : undefined;
}
