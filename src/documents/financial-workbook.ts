import { textOf } from "../fields/answer.ts";
import { longDate } from "../shared/dates.ts";
import { cashModelOf } from "../schemes/cash-model.ts";
import { discountRatesOf, discountSourceOf } from "../schemes/discount-rates.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import { appraisalSheet } from "./appraisal-sheet.ts";
import { assumptionsSheet, longestReach } from "./assumptions-sheet.ts";
import { checksSheet } from "./checks-sheet.ts";
import { discountSheet } from "./discount-sheet.ts";
import type { DocumentInput } from "./document-input.ts";
import { headlineSheet } from "./headline-sheet.ts";
import { linesSheet, type LinesName, type LinesSheet } from "./lines-sheet.ts";
import { listsSheet } from "./lists-sheet.ts";
import { notesSheet } from "./notes-sheet.ts";
import { partnerSheet } from "./partner-sheet.ts";
import { leadAuthority, strandTitle } from "./shown-form.ts";
import type { FinancialWorkbook } from "./workbook-model.ts";

/** The financial workbook: one table a sheet, every total a live formula with the appraisal's own figure cached. */
export function financialWorkbook(input: DocumentInput): FinancialWorkbook {
  const { scheme, bid, check, appraisal, draft, reference } = input;
  const rates = discountRatesOf(scheme.appraisal, reference.discountSeries) ?? [];
  const source = discountSourceOf(scheme.appraisal, reference.discountSeries);
  const model = cashModelOf(scheme, { answers: bid.answers, hidden: check.hidden }, rates);
  const lines = linesOf(input);
  const { columns, labels } = lineMarks(scheme, lines);
  const discount = discountSheet(rates.slice(0, longestReach(model)), model.prices, source);
  const discounting = { factors: discount.factors, baseYear: model.prices?.baseYear };
  const sheet = appraisalSheet(appraisal, { ...lines, cashable: columns.cashable }, discounting);
  const partners = partnerSheet(appraisal, {
    costs: { lines: lines.costs, body: columns.costBody },
    savings: { lines: lines.savings, body: columns.savingBody, cashable: columns.cashable },
    funding: { lines: lines.funding, body: columns.fundingBody, source: columns.source, awardLabel: labels.award },
  });
  const assumptions = assumptionsSheet(scheme, model, source);
  const figures = { ...lines, appraisal, sheet, partners };
  const checks = checksSheet(figures);
  const cover = headlineSheet(scheme.pack["financial-workbook"].title, coverNotes(input), {
    ...figures,
    nature: { range: columns.nature, oneOff: labels.oneOff },
    source: { range: columns.source, award: labels.award },
    checks,
  });
  const lists = listsSheet([...Object.values(lines).flatMap((one) => one.lists), ...assumptions.lists]);
  return {
    title: scheme.pack["financial-workbook"].title,
    subject: bid.title,
    author: leadAuthority(input),
    marking: bid.marking,
    draft,
    sheets: [
      cover.sheet,
      notesSheet(scheme.pack["layout-note"]),
      ...Object.values(lines).map((one) => one.sheet),
      partners.sheet,
      sheet.sheet,
      discount.sheet,
      assumptions.sheet,
      checks.sheet,
      lists.sheet,
    ],
    names: [...cover.names, ...assumptions.names, ...discount.names, ...lists.names],
  };
}

type Lines = Record<LinesName, LinesSheet>;

function linesOf(input: DocumentInput): Lines {
  return {
    costs: linesSheet(input, "costs"),
    savings: linesSheet(input, "savings"),
    funding: linesSheet(input, "funding"),
  };
}

/** The columns by which lines are told apart, and the labels they are told apart by. */
function lineMarks(scheme: Scheme, lines: Lines) {
  const { costs, savings, funding } = scheme.appraisal;
  return {
    columns: {
      costBody: lines.costs.column(costs.body),
      nature: lines.costs.column(costs.nature),
      savingBody: lines.savings.column(savings.body),
      cashable: lines.savings.column(savings.cashable),
      fundingBody: lines.funding.column(funding.body),
      source: lines.funding.column(funding.source),
    },
    labels: {
      oneOff: labelIn(scheme, costs.table, costs.nature, "one-off"),
      award: labelIn(scheme, funding.table, funding.source, "award"),
    },
  };
}

function labelIn(scheme: Scheme, table: string, column: string, id: string): string {
  const field = questionOf(scheme, table);
  const found = field?.kind === "table" ? field.columns.find((one) => one.id === column) : undefined;
  return found ? textOf(found, id) : id;
}

function coverNotes(input: DocumentInput): string[] {
  const { scheme, bid, madeOn, draft } = input;
  return [
    bid.title,
    ...(draft ? ["DRAFT: not for submission."] : []),
    `Prepared for ${scheme.publisher}: ${scheme.title}`,
    `Strand: ${strandTitle(input)}`,
    `Lead authority: ${leadAuthority(input)}`,
    `Marking: ${bid.marking}`,
    `Made on ${longDate(madeOn)}`,
    scheme.pack["layout-note"],
  ];
}
