/** One place where two pieces of a scheme differ; absent where there is nothing on that side. */
export interface DifferingPart {
  path: string[];
  before?: unknown;
  after?: unknown;
}

/** Every place where two pieces of plain data differ. None: they are equal. Lists are compared by position. */
export function differingParts(before: unknown, after: unknown, path: string[] = []): DifferingPart[] {
  if (before === after) return [];
  if (!isHolder(before) || !isHolder(after) || Array.isArray(before) !== Array.isArray(after)) {
    return [{ path, ...(before === undefined ? {} : { before }), ...(after === undefined ? {} : { after }) }];
  }
  const keys = new Set([...Object.keys(before), ...Object.keys(after)]);
  return [...keys].flatMap((key) => differingParts(own(before, key), own(after, key), [...path, key]));
}

export function isEqual(one: unknown, other: unknown): boolean {
  return differingParts(one, other).length === 0;
}

function isHolder(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}

function own(holder: Record<string, unknown>, key: string): unknown {
  return Object.hasOwn(holder, key) ? holder[key] : undefined;
}
