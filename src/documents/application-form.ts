import { formatPence, type Pence } from "../money/pence.ts";
import { longDate } from "../shared/dates.ts";
import { cashModelOf } from "../schemes/cash-model.ts";
import { discountRatesOf, discountSourceOf } from "../schemes/discount-rates.ts";
import { severities } from "../rules/rule.ts";
import { sectionBlocks } from "./answer-blocks.ts";
import { appraisalBlocks } from "./appraisal-blocks.ts";
import { notStated } from "./appraisal-working.ts";
import type { DocumentPart, WordDocument } from "./blocks.ts";
import { declarationBlocks } from "./declaration-blocks.ts";
import type { DocumentInput } from "./document-input.ts";
import { findingsBlocks, severityHeadings } from "./findings-blocks.ts";
import { uprightYears } from "./lines-blocks.ts";
import { leadAuthority, shownSections, strandTitle, type NumberedSection } from "./shown-form.ts";

/** The application form: every section the bid shows, the appraisal, and on a draft everything the check says. */
export function applicationForm(input: DocumentInput): WordDocument {
  const { scheme, bid, draft } = input;
  return {
    title: scheme.pack["application-form"].title,
    subtitle: bid.title,
    author: leadAuthority(input),
    cover: cover(input),
    marking: bid.marking,
    draft,
    notes: [scheme.pack["layout-note"]],
    parts: joined([...sectionParts(input), appraisalPart(input), ...closingParts(input)]),
  };
}

function cover(input: DocumentInput): [string, string][] {
  const { scheme, appraisal, check, madeOn, draft } = input;
  const counts = severities.map((severity) => {
    const count = check.findings.filter((finding) => finding.severity === severity).length;
    return `${count} ${severityHeadings[severity].toLowerCase()}`;
  });
  return [
    ["Prepared for", scheme.publisher],
    ["Scheme", scheme.title],
    ["Strand", strandTitle(input)],
    ["Lead authority", leadAuthority(input)],
    ...(appraisal.awardFunds === "none" ? [] : [awardLine(appraisal.awardAsked)]),
    ["Total savings", `${formatPence(appraisal.totals.savings)} over ${appraisal.years.length} years`],
    ["Marking", input.bid.marking],
    ["Made on", longDate(madeOn)],
    ...(draft ? ([["Findings", counts.join(", ")]] as [string, string][]) : []),
  ];
}

function awardLine(asked: Pence | undefined): [string, string] {
  return ["Award asked for", asked === undefined ? notStated : formatPence(asked)];
}

function sectionParts(input: DocumentInput): DocumentPart[] {
  const { scheme, draft, appraisal } = input;
  const newPages = new Set(scheme.pack["new-page"]);
  return shownSections(input).map((section): DocumentPart => {
    const newPage = newPages.has(section.section.id);
    const blocks = sectionBlocks(section, { draft, years: appraisal.years, newPage });
    return { landscape: holdsYears(section) && appraisal.years.length > uprightYears, blocks };
  });
}

function holdsYears({ questions }: NumberedSection): boolean {
  return questions.some(
    ({ question, value }) =>
      question.kind === "table" &&
      Array.isArray(value) &&
      question.columns.some((column) => column.kind === "yearly-money"),
  );
}

function appraisalPart({ scheme, bid, check, appraisal, reference }: DocumentInput): DocumentPart {
  const rates = discountRatesOf(scheme.appraisal, reference.discountSeries) ?? [];
  const source = discountSourceOf(scheme.appraisal, reference.discountSeries);
  const model = cashModelOf(scheme, { answers: bid.answers, hidden: check.hidden }, rates);
  return { landscape: false, blocks: appraisalBlocks(appraisal, model, { notes: scheme.appraisal.notes, source }) };
}

function closingParts(input: DocumentInput): DocumentPart[] {
  const blocks = [...declarationBlocks(input), ...(input.draft ? findingsBlocks(input) : [])];
  return blocks.length === 0 ? [] : [{ landscape: false, blocks }];
}

/** Neighbours on the same kind of page become one part, so that only a turn of the paper breaks the page. */
function joined(parts: readonly DocumentPart[]): DocumentPart[] {
  const result: DocumentPart[] = [];
  for (const part of parts) {
    const last = result.at(-1);
    if (last && last.landscape === part.landscape) {
      result[result.length - 1] = { ...last, blocks: [...last.blocks, ...part.blocks] };
    } else result.push(part);
  }
  return result;
}
