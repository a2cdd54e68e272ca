import type { Finding } from "../../src/bids/findings.ts";
import type { BidSession } from "../app/use-bid.ts";
import { count } from "./count.ts";
import { FindingCard } from "./finding-card.tsx";
import { FindingGroup } from "./finding-group.tsx";

/** Findings as cards; those that say the same of several places come together. */
export function FindingList({ bid, findings }: { bid: BidSession; findings: readonly Finding[] }) {
  const groups = new Map<string, Finding[]>();
  for (const finding of findings) {
    const key = keyOf(finding);
    groups.set(key, [...(groups.get(key) ?? []), finding]);
  }
  return [...groups].map(([key, members]) => {
    const [first] = members;
    const alone = first && members.length === 1 && first.kind !== "required";
    return alone ? (
      <FindingCard key={key} bid={bid} finding={first} />
    ) : (
      <FindingGroup key={key} bid={bid} title={titleOf(members)} findings={members} />
    );
  });
}

function keyOf({ kind, severity, says }: Finding): string {
  return kind === "required" || kind === "value" ? kind : `${severity} ${says}`;
}

function titleOf(findings: readonly Finding[]): string {
  const kind = findings[0]?.kind;
  if (kind === "required") return count(findings.length, "answer is needed", "answers are needed");
  if (kind === "value")
    return count(findings.length, "answer cannot stand as it is", "answers cannot stand as they are");
  return findings[0]?.says ?? "";
}
