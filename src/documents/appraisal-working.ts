import type { Appraisal } from "../appraisal/appraise.ts";
import type { Prices } from "../appraisal/cash-flow.ts";
import { paybackInWords } from "../appraisal/payback.ts";
import { formatPence, type Pence } from "../money/pence.ts";
import { longYear } from "../shared/dates.ts";

const decimals = new Intl.NumberFormat("en-GB", { minimumFractionDigits: 2, maximumFractionDigits: 2 });

/** One figure of the appraisal, in words, with how it was come by. */
export interface WorkedFigure {
  label: string;
  figure: string;
  working: string;
}

/** `12.35%`, to two decimals, as the workbook shows it. */
function percentText(percent: number): string {
  return `${decimals.format(percent)}%`;
}

/** What stands where a figure cannot be worked out yet. */
export const notStated = "Not stated yet";

const text = (pence: Pence | undefined) => (pence === undefined ? notStated : formatPence(pence));

/** The figures a reader looks for first, in the order they build on one another. */
export function headlineFigures(appraisal: Appraisal): WorkedFigure[] {
  const { totals, awardAsked, awardFunds } = appraisal;
  if (awardFunds === "none") return [...totalFigures(appraisal), ...paybackFigures(appraisal)];
  return [
    ...totalFigures(appraisal),
    { label: "Award asked for", figure: text(awardAsked), working: "As stated in the form." },
    gapFigure(appraisal),
    {
      label: "Award asked for less funding gap",
      figure: text(appraisal.awardLessGap),
      working: awardAgainstGap(appraisal),
    },
    {
      label: "Own, match and other money as a share of all funding",
      figure: appraisal.matchShare === undefined ? notStated : percentText(appraisal.matchShare),
      working: `${formatPence(totals.funding - totals.award)} of ${formatPence(totals.funding)}.`,
    },
    ...perPoundFigures(appraisal),
    ...paybackFigures(appraisal),
  ];
}

function totalFigures({ totals }: Appraisal): WorkedFigure[] {
  return [
    {
      label: "Total costs",
      figure: formatPence(totals.costs),
      working: `${formatPence(totals.oneOff)} one-off and ${formatPence(totals.ongoing)} ongoing; ${formatPence(totals.capital)} capital and ${formatPence(totals.revenue)} revenue.`,
    },
    {
      label: "Total savings",
      figure: formatPence(totals.savings),
      working: `${formatPence(totals.cashable)} cashable and ${formatPence(totals.nonCashable)} not cashable.`,
    },
    {
      label: "Savings less costs",
      figure: formatPence(totals.net),
      working: `${formatPence(totals.savings)} less ${formatPence(totals.costs)}.`,
    },
  ];
}

function gapFigure({ totals, fundingGap, awardFunds }: Appraisal): WorkedFigure {
  const oneOff = awardFunds === "one-off";
  const fundable = formatPence(oneOff ? totals.oneOff : totals.costs);
  const working = `${fundable} of ${oneOff ? "one-off costs" : "costs"}, less ${formatPence(totals.own)} own money, ${formatPence(totals.match)} match funding and ${formatPence(totals.other)} other money.`;
  return { label: "Funding gap", figure: formatPence(fundingGap), working };
}

const awardNotStated = "The award asked for is not stated.";

function awardAgainstGap({ awardLessGap }: Appraisal): string {
  if (awardLessGap === undefined) return awardNotStated;
  if (awardLessGap === 0) return "The award asked for fills the gap exactly.";
  return awardLessGap > 0 ? "More is asked for than the gap." : "Less is asked for than the gap.";
}

function perPoundFigures({ savingPerPound, totals, awardAsked }: Appraisal): WorkedFigure[] {
  const figure = (label: string, pounds: number | undefined, saving: Pence): WorkedFigure => ({
    label,
    figure: pounds === undefined ? notStated : `£${decimals.format(pounds)}`,
    working:
      awardAsked === undefined
        ? awardNotStated
        : `${formatPence(saving)} divided by ${formatPence(awardAsked)}, not discounted.`,
  });
  return [
    figure("Saving for each £1 of award", savingPerPound?.all, totals.savings),
    figure("Cashable saving for each £1 of award", savingPerPound?.cashable, totals.cashable),
  ];
}

function paybackFigures({ payback, discounted, notDiscountedBecause, years }: Appraisal): WorkedFigure[] {
  const plain: WorkedFigure = {
    label: "Payback",
    figure: paybackInWords(payback, years),
    working: `Counted from April ${(years[0] ?? "").slice(0, 4)}; each year’s amounts fall evenly over its months.`,
  };
  if (!discounted) {
    const working = notDiscountedBecause ?? "";
    return [plain, { label: "Net present value", figure: notStated, working }];
  }
  return [
    plain,
    {
      label: "Discounted payback",
      figure: paybackInWords(discounted.payback, years),
      working: "The same, on present values.",
    },
    {
      label: "Net present value",
      figure: formatPence(discounted.netPresentValue),
      working: `Present value of savings ${formatPence(discounted.totalSavings)}, less present value of costs ${formatPence(discounted.totalCosts)}.`,
    },
  ];
}

/** Which prices the figures are in, in a sentence. */
export function pricesText(prices: Prices | undefined): string {
  if (!prices) return "The prices of the figures are not stated yet.";
  if (prices.basis === "real") return `Figures are in real terms, in the prices of ${longYear(prices.baseYear)}.`;
  const rate = prices.inflationPercent === undefined ? "a rate not stated yet" : `${prices.inflationPercent}% a year`;
  return `Figures are in nominal terms and include inflation of ${rate}; the base year is ${longYear(prices.baseYear)}.`;
}
