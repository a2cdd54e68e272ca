const moves = new Set(["Tab", "Home", "End", "PageUp", "PageDown", "Escape", "Shift", "Control", "Meta"]);

/** Whether a key only moves about or copies. */
export function isReadingKey({ key, ctrlKey, metaKey }: Record<"ctrlKey" | "metaKey", boolean> & { key: string }) {
  if (moves.has(key) || key.startsWith("Arrow")) return true;
  return (ctrlKey || metaKey) && ["a", "c"].includes(key.toLowerCase());
}
