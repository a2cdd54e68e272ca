import { generateKeyBetween, generateNKeysBetween } from "fractional-indexing";
import type { Row } from "../fields/kinds/table.ts";

/**
 * Lines are kept in the order of their keys, so that two people can add and move lines apart and the result
 * does not depend on who merges first.
 */
export function inOrder(rows: readonly Row[]): Row[] {
  return rows.toSorted((a, b) => {
    const [one, other] = [a.order ?? "", b.order ?? ""];
    if (one === other) return a.id < b.id ? -1 : 1;
    return one < other ? -1 : 1;
  });
}

/** The same lines, each with a key; lines that have theirs keep them. */
export function withOrder(rows: readonly Row[]): Row[] {
  if (rows.every((row) => row.order !== undefined)) return [...rows];
  const keys = generateNKeysBetween(null, null, rows.length);
  return rows.map((row, index) => ({ ...row, order: keys[index] as string }));
}

const halvings = 14;

/** A key for a line at a position. It also depends on the line's id, so that two lines put in one place by two people differ. */
export function orderAt(rows: readonly Row[], index: number, id: string): string {
  let low = rows[index - 1]?.order ?? null;
  let high = firstAbove(rows.slice(index), low);
  let key = generateKeyBetween(low, high);
  const bits = fingerprint(id);
  for (let bit = 0; bit < halvings; bit += 1) {
    if ((bits >> bit) & 1) low = key;
    else high = key;
    key = generateKeyBetween(low, high);
  }
  return key;
}

function firstAbove(rows: readonly Row[], low: string | null): string | null {
  return rows.find((row) => row.order !== undefined && (low === null || row.order > low))?.order ?? null;
}

/** FNV-1a: spreads ids evenly; nothing rests on its being secret. */
function fingerprint(text: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < text.length; index += 1) hash = Math.imul(hash ^ text.charCodeAt(index), 0x01000193);
  return hash >>> 0;
}
