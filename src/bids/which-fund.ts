import { appraise } from "../appraisal/appraise.ts";
import type { Missing } from "../rules/facts.ts";
import { severities, type Outcome, type Severity } from "../rules/rule.ts";
import { cashModelOf } from "../schemes/cash-model.ts";
import type { DiscountSeries } from "../schemes/appraisal-settings.ts";
import { discountRatesOf } from "../schemes/discount-rates.ts";
import { saidAnswers } from "../schemes/said-answers.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { IsoDate } from "../shared/dates.ts";
import { once } from "../shared/once.ts";
import type { Result } from "../shared/result.ts";
import { bidFacts } from "./bid-facts.ts";
import type { Bid } from "./bid-schema.ts";
import { missingAnswers, yearsOutside } from "./carry-bid.ts";
import { carryAnswers } from "./carry.ts";
import type { Finding } from "./findings.ts";
import { judgeRules, type RuleStanding } from "./rule-findings.ts";

/**
 * `ruled out`: a blocker is not met. `not known yet`: none is, and one cannot be told. `could bid`: neither.
 * As in every check, a warning that cannot be told blocks where its source is good enough.
 */
export type FundVerdict = "could bid" | "not known yet" | "ruled out";

const verdicts: readonly FundVerdict[] = ["could bid", "not known yet", "ruled out"];

export type RuleCounts = Record<Severity, Record<Outcome, number>>;

/** A rule that stands open or is not met, with what it waits for. */
export interface FundRule {
  finding: Finding;
  needs: Missing[];
}

/** One strand, judged by the facts of one bid. */
export interface FundStrand {
  scheme: string;
  strand: string;
  title: string;
  summary: string;
  /** It is the strand that the bid is for already; it is judged as it stands. */
  own: boolean;
  verdict: FundVerdict;
  counts: RuleCounts;
  /** Rules that are not met, blockers first. */
  failed: FundRule[];
  /** Blockers that cannot be told, those that need least first. */
  open: FundRule[];
  /** The questions and columns that the open blockers wait for, each once. */
  needed: Missing[];
  /** How many answers come over whole, changed or in part, and not at all; how many required ones are still missing. */
  answers: { carried: number; adjusted: number; leftBehind: number; missing: number };
  yearsOutside: string[];
}

/** A scheme with what its strands have in common. */
export interface FundScheme extends Pick<Scheme, "id" | "title" | "publisher" | "dates" | "documents"> {
  /** The last date of the scheme, where that day has passed: it is closed, whatever the rules say. */
  closed?: { label: string; date: IsoDate };
}

export interface WhichFund {
  /** The day the dates were looked at. */
  today: IsoDate;
  schemes: FundScheme[];
  /** Those the project could bid to first; then those not known yet, fewest questions first; then those ruled out. */
  strands: FundStrand[];
  /** Schemes that cannot be used, with why. */
  unusable: { id: string; problems: string[] }[];
}

type Shelf = readonly { id: string; scheme: Result<Scheme, string[]> }[];

/**
 * Tests the facts of one bid against every strand of every scheme: each answer that the scheme asks for is taken over,
 * and its rules are judged. No document is made and nothing is changed. Outlines are no funds and are left out.
 */
export function whichFund(
  source: { bid: Bid; scheme: Scheme },
  shelf: Shelf,
  at: { today: IsoDate; discountSeries: DiscountSeries },
): WhichFund {
  const usable = shelf.flatMap(({ scheme }) => (scheme.ok && scheme.value.outline !== true ? [scheme.value] : []));
  return {
    today: at.today,
    schemes: usable.map((scheme) => fundScheme(scheme, at.today)),
    strands: usable.flatMap((scheme) => strandsOf(source, scheme, at.discountSeries)).toSorted(byPromise),
    unusable: shelf.flatMap(({ id, scheme }) => (scheme.ok ? [] : [{ id, problems: scheme.error }])),
  };
}

function fundScheme({ id, title, publisher, dates, documents }: Scheme, today: IsoDate): FundScheme {
  const last = dates.toSorted((a, b) => (a.date < b.date ? -1 : 1)).at(-1);
  const closed = last && last.date < today ? { closed: { label: last.label, date: last.date } } : {};
  return { id, title, publisher, dates, documents, ...closed };
}

function byPromise(a: FundStrand, b: FundStrand): number {
  const byVerdict = verdicts.indexOf(a.verdict) - verdicts.indexOf(b.verdict);
  return byVerdict || a.needed.length - b.needed.length || a.failed.length - b.failed.length;
}

/** Answers are taken over once for all strands of a scheme. */
function strandsOf(source: { bid: Bid; scheme: Scheme }, scheme: Scheme, series: DiscountSeries): FundStrand[] {
  const { bid } = source;
  const rates = discountRatesOf(scheme.appraisal, series) ?? [];
  const standing = (answers: Bid["answers"], counts: Omit<FundStrand["answers"], "missing">) => {
    const outside = yearsOutside(scheme, answers);
    return (strand: string) => ({
      ...judgeStrand(scheme, { strand, answers }, rates),
      answers: { ...counts, missing: missingAnswers(scheme, { strand, answers }).length },
      yearsOutside: outside,
    });
  };
  const { answers, carried, adjusted, leftBehind } = carryAnswers(source, scheme);
  const counts = { carried: carried.length, adjusted: adjusted.length, leftBehind: leftBehind.length };
  const elsewhere = standing(answers, counts);
  const total = counts.carried + counts.adjusted + counts.leftBehind;
  const here = standing(bid.answers, { carried: total, adjusted: 0, leftBehind: 0 });
  return scheme.strands.map(({ id, title, summary }) => {
    const own = bid.scheme.id === scheme.id && bid.strand === id;
    return { scheme: scheme.id, strand: id, title, summary, own, ...(own ? here : elsewhere)(id) };
  });
}

type Judged = Pick<FundStrand, "verdict" | "counts" | "failed" | "open" | "needed">;

function judgeStrand(scheme: Scheme, bid: Pick<Bid, "strand" | "answers">, rates: readonly number[]): Judged {
  const { answers } = bid;
  const appraisal = once(() => appraise(cashModelOf(scheme, saidAnswers({ scheme, ...bid }), rates)));
  const standings = judgeRules({ scheme, answers, factsFor: bidFacts(scheme, bid, appraisal) });
  const rules = standings.flatMap(({ finding, verdict }) => (finding ? [{ finding, needs: verdict.missing }] : []));
  const failed = rules
    .filter(({ finding }) => finding.outcome === "not met")
    .toSorted((a, b) => severities.indexOf(a.finding.severity) - severities.indexOf(b.finding.severity));
  const open = rules
    .filter(({ finding }) => finding.outcome === "cannot tell" && finding.severity === "blocker")
    .map(({ finding, needs }) => ({ finding, needs: eachOnce(needs) }))
    .toSorted((a, b) => a.needs.length - b.needs.length);
  const out = failed.some(({ finding }) => finding.severity === "blocker");
  const verdict = out ? "ruled out" : open.length > 0 ? "not known yet" : "could bid";
  return { verdict, counts: countsOf(standings), failed, open, needed: eachOnce(open.flatMap((one) => one.needs)) };
}

/** A column that is empty in many lines is one question. */
function eachOnce(needs: readonly Missing[]): Missing[] {
  const keyOf = ({ question, column, label }: Missing) => JSON.stringify([question, column, label]);
  return [...new Map(needs.map((one) => [keyOf(one), one])).values()];
}

const noRules = { met: 0, "not met": 0, "cannot tell": 0, "does not apply": 0 } as const;

function countsOf(standings: readonly RuleStanding[]): RuleCounts {
  const counts: RuleCounts = { blocker: { ...noRules }, warning: { ...noRules }, advice: { ...noRules } };
  for (const { rule, verdict } of standings) counts[rule.severity][verdict.outcome] += 1;
  return counts;
}
