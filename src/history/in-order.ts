/**
 * Data whose members stand in the order of their names, at every depth, so that the same content gives the same JSON. Ids
 * of entries are hashes of that JSON: it may never change by a letter. What stands in order already is given back as it is.
 */
export function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || isInOrder(value)) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  return Object.fromEntries(
    members.toSorted(([a], [b]) => (a < b ? -1 : 1)).map(([key, member]) => [key, inOrder(member)]),
  );
}

function isInOrder(value: unknown): boolean {
  if (typeof value !== "object" || value === null) return true;
  if (Array.isArray(value)) {
    for (const one of value) if (!isInOrder(one)) return false;
    return true;
  }
  let before = "";
  for (const key of Object.keys(value)) {
    const member = (value as Record<string, unknown>)[key];
    if (key < before || member === undefined || !isInOrder(member)) return false;
    before = key;
  }
  return true;
}
