import type { Entry } from "./log.ts";

type Members = Readonly<Record<string, unknown>>;
type Test = (value: unknown) => boolean;

const text: Test = (value) => typeof value === "string";
const anything: Test = (value) => value !== undefined;
const place: Test = (value) => Number.isSafeInteger(value) && (value as number) >= 0;
const parents: Test = (value) => Array.isArray(value) && value.length <= 2 && value.every(text);

/** The members that something must have and those it may have, and how many it must. */
interface Shape {
  members: ReadonlyMap<string, { test: Test; counts: 0 | 1 }>;
  needed: number;
}

function shapeOf(needed: Readonly<Record<string, Test>>, optional: Readonly<Record<string, Test>> = {}): Shape {
  const counted = (tests: Readonly<Record<string, Test>>, counts: 0 | 1) =>
    Object.entries(tests).map(([name, test]) => [name, { test, counts }] as const);
  return { members: new Map([...counted(needed, 1), ...counted(optional, 0)]), needed: Object.keys(needed).length };
}

/** What nearly every entry of a log does: an answer, a cell, or a stretch of either. */
const changes: ReadonlyMap<unknown, Shape> = new Map([
  ["answer", shapeOf({ do: text, question: text, value: anything, was: anything })],
  ["cell", shapeOf({ do: text, question: text, row: text, column: text, value: anything, was: anything })],
  ["splice", shapeOf({ do: text, question: text, at: place, out: text, in: text }, { row: text, column: text })],
]);

const usual = shapeOf({
  id: text,
  parents,
  at: text,
  who: text,
  about: text,
  changes: (value) => Array.isArray(value) && value.every(isUsualChange),
});

/**
 * Whether a value is an entry of the most common form. It says yes to nothing that the schema of entries refuses, in a
 * tenth of the time, which counts where a bid with thousands of edits is opened. A no means only: ask the schema.
 */
export function isUsualEntry(value: unknown): value is Entry {
  return hasShape(value, usual);
}

function isUsualChange(value: unknown): boolean {
  const shape = changes.get((value as Members | null)?.["do"]);
  return shape !== undefined && hasShape(value, shape);
}

function hasShape(value: unknown, { members, needed }: Shape): boolean {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return false;
  let found = 0;
  for (const name of Object.keys(value)) {
    const known = members.get(name);
    if (known?.test((value as Members)[name]) !== true) return false;
    found += known.counts;
  }
  return found === needed;
}
