import type { Finding } from "../bids/findings.ts";
import { confidenceWords, severities, type Citation, type Severity } from "../rules/rule.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { DocumentBlock } from "./blocks.ts";
import type { DocumentInput } from "./document-input.ts";

export const severityHeadings: Readonly<Record<Severity, string>> = {
  blocker: "Blockers",
  warning: "Warnings",
  advice: "Advice",
};

const severityMeaning: Readonly<Record<Severity, string>> = {
  blocker: "Each of these must be put right before the bid can be sent.",
  warning: "Each of these should be put right, or explained.",
  advice: "These would make the bid stronger.",
};

/** Everything the check says about a draft, the gravest first. */
export function findingsBlocks({ scheme, check }: DocumentInput): DocumentBlock[] {
  const heading = { type: "heading", level: 1, text: "Findings on this draft" } as const;
  if (check.findings.length === 0) return [heading, { type: "text", text: "The check found nothing to put right." }];
  const blocks: DocumentBlock[] = [{ ...heading, newPage: true }];
  for (const severity of severities) {
    const found = check.findings.filter((finding) => finding.severity === severity);
    if (found.length === 0) continue;
    blocks.push({ type: "heading", level: 2, text: `${severityHeadings[severity]} (${found.length})` });
    blocks.push({ type: "text", text: severityMeaning[severity], style: "hint" });
    blocks.push(...found.map((finding) => findingBlock(scheme, finding)));
  }
  return blocks;
}

function findingBlock(scheme: Scheme, finding: Finding): DocumentBlock {
  const section = scheme.sections.find((one) => one.questions.some(({ id }) => id === finding.place.question));
  const question = section?.questions.find(({ id }) => id === finding.place.question);
  const distance = finding.distance === undefined ? "" : ` Off by ${finding.distance}.`;
  return {
    type: "finding",
    place: [section?.title, question?.short ?? question?.label].filter(Boolean).join(": "),
    says: finding.says,
    working: `${finding.outcome === "cannot tell" ? "Cannot tell yet. " : ""}${finding.working}${distance}`,
    fix: finding.fix ?? "",
    source: finding.sources.map((source) => citationText(scheme, source)).join("; "),
  };
}

/** `Title of the document, paragraph 26 (the funder's own text)`. */
export function citationText(scheme: Scheme, { document, place, confidence }: Citation): string {
  const title = scheme.documents.find((one) => one.id === document)?.title ?? document;
  return `${title}${place === undefined ? "" : `, ${place}`} (${confidenceWords[confidence]})`;
}
