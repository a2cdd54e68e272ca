import type { Bid } from "../bids/bid-schema.ts";
import { signOffs } from "../bids/sign-offs.ts";
import type { Row } from "../fields/kinds/table.ts";
import { mergedText, type Clash, type MergedBids, type Versions } from "./merge-value.ts";
import { editsTo, isAt, placeKey, valueIn, type ClashPlace } from "./place.ts";
import { same } from "./same.ts";
import type { Decision } from "./settled.ts";

interface Decided {
  mine: ReadonlyMap<string, Decision>;
  theirs: ReadonlyMap<string, Decision>;
}

/**
 * What a person settled was decided, even where it kept what stood: where the other side settled it otherwise, or wrote
 * something else there, the two clash again, and neither is taken for want of a change.
 */
export function withContested(merged: MergedBids, versions: Versions<Bid>, decided: Decided): MergedBids {
  const listed = new Set(merged.conflicts.map(placeKey));
  const places = new Map([...decided.theirs, ...decided.mine]);
  const found = [...places].flatMap(([key, { conflict }]) => {
    const sides = { mine: decided.mine.get(key), theirs: decided.theirs.get(key) };
    return contested(conflict, versions, sides) ?? [];
  });
  const clashes = [...new Map(found.map((one) => [placeKey(one), one])).values()].filter(
    (one) => !listed.has(placeKey(one)),
  );
  if (clashes.length === 0) return merged;
  const edits = merged.edits.filter((one) => !clashes.some((clash) => isAt(one, clash)));
  const texts = clashes.flatMap((clash) => (clash.kind === "text" ? editsTo(versions.mine, clash, clash.mine) : []));
  return { edits: [...edits, ...texts], conflicts: [...merged.conflicts, ...clashes] };
}

interface Sides<T> {
  mine: T;
  theirs: T;
}

function contested(
  conflict: Decision["conflict"],
  versions: Versions<Bid>,
  decided: Sides<Decision | undefined>,
): Clash | undefined {
  const place = placeLeft(conflict, versions);
  const [base, mine, theirs] = [versions.base, versions.mine, versions.theirs].map((bid) => valueIn(bid, place));
  if (isAlike(place, { mine, theirs }) || isSettledAlike(conflict, decided)) return undefined;
  if ((!decided.mine && same(mine, base)) || (!decided.theirs && same(theirs, base))) return undefined;
  return clashAt(conflict, { ...place, base, mine, theirs });
}

/** Against what was there before the first clash, so that what does not clash of a long text is in both. */
function clashAt(conflict: Decision["conflict"], at: Clash): Clash | undefined {
  const whole = at.kind === conflict.kind ? { ...at, base: conflict.base } : at;
  const text = at.kind === "text" ? mergedText(whole) : undefined;
  if (!text) return whole;
  return text.clashes ? { ...whole, mine: text.mine, theirs: text.theirs } : undefined;
}

/** Where one side took out the line that a decision was about, the whole line is what clashes. */
function placeLeft({ kind, question, row, column }: ClashPlace, { mine, theirs }: Versions<Bid>): ClashPlace {
  if (row === undefined) return { kind, question };
  const line: ClashPlace = { kind: "deleted", question, row };
  const isGone = [mine, theirs].some((bid) => valueIn(bid, line) === null);
  if (kind === "deleted" || isGone) return line;
  return { kind, question, row, ...(column === undefined ? {} : { column }) };
}

function isSettledAlike(conflict: Decision["conflict"], { mine, theirs }: Sides<Decision | undefined>): boolean {
  return mine !== undefined && theirs !== undefined && isAlike(conflict, { mine: mine.value, theirs: theirs.value });
}

/** Lines that are there on both sides are merged cell by cell, but for signatures; where they stand is another matter. */
function isAlike({ kind, question }: ClashPlace, { mine, theirs }: Sides<unknown>): boolean {
  if (kind !== "deleted" || !mine || !theirs) return same(mine, theirs);
  return question !== signOffs || same((mine as Row).cells, (theirs as Row).cells);
}
