import type { Bid } from "../bids/bid-schema.ts";
import type { Edit } from "../bids/edit.ts";
import type { Row } from "../fields/kinds/table.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import { isNewer } from "../schemes/scheme-version.ts";
import { mergeRows } from "./merge-rows.ts";
import { mergeLeaf, mergeValue, type MergedBids, type Versions } from "./merge-value.ts";

/**
 * Merges field by field, lines by their ids. What one side changed is taken; what both changed alike stands;
 * a long answer that both changed is merged by passage; anything else that both changed is a conflict for a person.
 * The edits leave mine in place where the two clash.
 */
export function mergeBids(scheme: Scheme, { base, mine, theirs }: Versions<Bid>): MergedBids {
  const merged: MergedBids = { edits: [], conflicts: [] };
  mergeHead(merged, { base, mine, theirs });
  const questions = new Set([base, mine, theirs].flatMap((bid) => Object.keys(bid.answers)));
  for (const id of [...questions].toSorted()) {
    const at = (bid: Bid) => bid.answers[id] ?? null;
    const versions = { base: at(base), mine: at(mine), theirs: at(theirs) };
    const question = questionOf(scheme, id);
    const part =
      question?.kind === "table" && areLines(versions)
        ? mergeRows(question, versions)
        : mergeLeaf(versions, { question: id }, question?.kind === "rich-text" ? "text" : "value");
    merged.edits.push(...part.edits);
    merged.conflicts.push(...part.conflicts);
  }
  return merged;
}

/** What was answered before the question became a table is no list of lines. */
function areLines(versions: Versions): versions is Versions<Row[] | null> {
  return Object.values(versions).every((one) => one === null || Array.isArray(one));
}

function mergeHead(merged: MergedBids, { base, mine, theirs }: Versions<Bid>): void {
  const take = (of: (bid: Bid) => string, edit: Edit, question: string): void => {
    const versions = { base: of(base), mine: of(mine), theirs: of(theirs) };
    const outcome = mergeValue(versions);
    if (outcome === "theirs") merged.edits.push(edit);
    if (outcome === "conflict") merged.conflicts.push({ kind: "value", question, ...versions });
  };
  take((bid) => bid.title, { do: "retitle", title: theirs.title }, ":title");
  take((bid) => bid.strand, { do: "choose-strand", strand: theirs.strand }, ":strand");
  take((bid) => bid.marking, { do: "mark", marking: theirs.marking }, ":marking");
  merged.edits.push(...mergeVersion(base, mine, theirs));
}

/** Whoever went on under the newer version has seen what it changes: where both went on, the newer one stands. */
function mergeVersion(base: Bid, mine: Bid, theirs: Bid): Edit[] {
  const versions = { base: base.scheme.version, mine: mine.scheme.version, theirs: theirs.scheme.version };
  const outcome = mergeValue(versions);
  const isTheirs = outcome === "theirs" || (outcome === "conflict" && isNewer(versions.theirs, versions.mine));
  return isTheirs ? [{ do: "adopt-scheme", version: versions.theirs }] : [];
}
