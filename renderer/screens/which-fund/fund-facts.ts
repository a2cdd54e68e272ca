import type { FundScheme, FundStrand } from "../../../src/bids/which-fund.ts";
import { longDate } from "../../../src/shared/dates.ts";
import { count } from "../../components/count.ts";

/** Whether a scheme is closed or what comes next, as a fact beside the verdict. */
export function datesInWords({ closed, dates }: FundScheme, today: string): string {
  if (closed) return `Closed. Its last date was ${longDate(closed.date)}: ${lowerFirst(closed.label)}.`;
  const next = dates.toSorted((a, b) => a.date.localeCompare(b.date)).find((one) => one.date >= today);
  return next ? `Next date ${longDate(next.date)}: ${lowerFirst(next.label)}.` : "No dates of it are held.";
}

function lowerFirst(text: string): string {
  return /^[A-Z][a-z]/.test(text) ? text.charAt(0).toLowerCase() + text.slice(1) : text;
}

/** What decides the verdict, in a line. */
export function reasonInWords({ verdict, failed, needed }: FundStrand): string {
  const of = (severity: string) => failed.filter(({ finding }) => finding.severity === severity).length;
  const warnings = of("warning") > 0 ? ` ${count(of("warning"), "warning")} as well.` : "";
  if (verdict === "ruled out") return `${count(of("blocker"), "blocker")} not met.${warnings}`;
  if (verdict === "not known yet") return `${count(needed.length, "answer")} needed to tell.${warnings}`;
  return `No blocker stands.${warnings}`;
}

/** What would come over to a bid there. */
export function answersInWords({ answers: { carried, adjusted, leftBehind, missing }, own }: FundStrand): string {
  if (own) return `This is the bid that is open. ${count(missing, "required answer")} missing.`;
  const parts = adjusted > 0 ? `, ${adjusted} of them changed or in part` : "";
  const left = leftBehind > 0 ? `; ${leftBehind} stay${leftBehind === 1 ? "s" : ""} behind` : "";
  return `${count(carried + adjusted, "answer")} would come over${parts}${left}. ${count(missing, "required answer")} would be missing.`;
}

/** The id of the part of the page about a strand. */
export function strandPlace({ scheme, strand }: Pick<FundStrand, "scheme" | "strand">): string {
  return `fund-${scheme}-${strand}`;
}
