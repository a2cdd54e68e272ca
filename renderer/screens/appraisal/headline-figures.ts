import type { Appraisal } from "../../../src/appraisal/appraise.ts";
import type { AwardFunds } from "../../../src/appraisal/cash-flow.ts";
import { paybackInWords } from "../../../src/appraisal/payback.ts";
import { formatPence, type Pence } from "../../../src/money/pence.ts";

/** One figure with how it was reached. */
export interface Headline {
  name: string;
  figure: string;
  working: string;
}

const notYet = "Cannot tell yet";
const share = new Intl.NumberFormat("en-GB", { maximumFractionDigits: 2 });

/** The figures a reader looks for first. Amounts come from the appraisal and are not worked out again. */
export function headlineFigures(appraisal: Appraisal, asked: Pence | undefined, awardFunds: AwardFunds): Headline[] {
  const plain = [...moneyFigures(appraisal), ...paybackFigures(appraisal)];
  if (awardFunds === "none") return plain;
  return [
    {
      name: "Award asked for",
      figure: asked === undefined ? notYet : formatPence(asked),
      working: "As answered in the bid.",
    },
    ...plain,
    ...awardFigures(appraisal, asked, awardFunds),
  ];
}

function moneyFigures({ totals }: Appraisal): Headline[] {
  return [
    {
      name: "Total cost",
      figure: formatPence(totals.costs),
      working: `One-off ${formatPence(totals.oneOff)} and ongoing ${formatPence(totals.ongoing)}. Of all of it, capital ${formatPence(totals.capital)} and revenue ${formatPence(totals.revenue)}.`,
    },
    {
      name: "Total saving",
      figure: formatPence(totals.savings),
      working: `Cashable ${formatPence(totals.cashable)} and not cashable ${formatPence(totals.nonCashable)}.`,
    },
    {
      name: "Net saving",
      figure: formatPence(totals.net),
      working: `Savings ${formatPence(totals.savings)} less costs ${formatPence(totals.costs)}.`,
    },
  ];
}

function paybackFigures({ payback, discounted, notDiscountedBecause, years }: Appraisal): Headline[] {
  const because = notDiscountedBecause ?? "";
  return [
    {
      name: "Payback, as it stands",
      figure: paybackInWords(payback, years),
      working:
        "The month after which savings so far are never again less than costs so far. Amounts fall evenly over the twelve months of each year.",
    },
    {
      name: "Payback, discounted",
      figure: discounted ? paybackInWords(discounted.payback, years) : notYet,
      working: discounted ? "The same, with every year’s amounts at their present value." : because,
    },
    {
      name: "Net present value",
      figure: discounted ? formatPence(discounted.netPresentValue) : notYet,
      working: discounted
        ? `Present value of savings ${formatPence(discounted.totalSavings)} less present value of costs ${formatPence(discounted.totalCosts)}.`
        : because,
    },
  ];
}

function awardFigures(appraisal: Appraisal, asked: Pence | undefined, awardFunds: AwardFunds): Headline[] {
  const { totals, savingPerPound, matchShare, fundingGap, awardLessGap } = appraisal;
  const others = totals.own + totals.match + totals.other;
  const fundable = awardFunds === "one-off" ? totals.oneOff : totals.costs;
  return [
    {
      name: "Saving for each £1 of award",
      figure: savingPerPound ? formatPence(Math.round(savingPerPound.all * 100)) : notYet,
      working: savingPerPound
        ? `Savings ${formatPence(totals.savings)} over award ${formatPence(asked ?? 0)}, not discounted. Cashable savings alone: ${formatPence(Math.round(savingPerPound.cashable * 100))}.`
        : "Say what award is asked for.",
    },
    {
      name: "Own, match and other money",
      figure: matchShare === undefined ? notYet : `${share.format(matchShare)}%`,
      working: `${formatPence(others)} of all funding ${formatPence(totals.funding)}.`,
    },
    {
      name: "Award against the gap",
      figure: awardLessGap === undefined ? notYet : againstGap(awardLessGap),
      working: `Costs the award may meet ${formatPence(fundable)}, less other money ${formatPence(others)}, leave a gap of ${formatPence(fundingGap)}.`,
    },
  ];
}

function againstGap(awardLessGap: Pence): string {
  if (awardLessGap === 0) return "The award fills the gap exactly";
  const off = formatPence(Math.abs(awardLessGap));
  return awardLessGap > 0 ? `${off} more than the gap` : `${off} less than the gap`;
}
