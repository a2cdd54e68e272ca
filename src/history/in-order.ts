/**
 * Data whose members stand in the order of their names, at every depth, so that the same content gives the same JSON. Ids
 * of entries are hashes of that JSON: it may never change by a letter. What stands in order already is given back as it is.
 */
export function inOrder(value: unknown): unknown {
  if (typeof value !== "object" || value === null || isInOrder(value)) return value;
  if (Array.isArray(value)) return value.map(inOrder);
  const members = value as Readonly<Record<string, unknown>>;
  const sorted: Record<string, unknown> = {};
  for (const key of Object.keys(members).toSorted()) {
    const member = members[key];
    if (member !== undefined) addMember(sorted, key, inOrder(member));
  }
  return sorted;
}

/** Any name can be written as it is but one, which would say what the members are. */
function addMember(members: Record<string, unknown>, key: string, value: unknown): void {
  if (key === "__proto__") Object.defineProperty(members, key, { value, enumerable: true });
  else members[key] = value;
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
