import type { OperationError } from "../contract/define.ts";
import type { ComparedPoint, ComparisonInput } from "../documents/comparison-input.ts";
import { compareBids } from "../history/compare.ts";
import { headEntry } from "../history/log.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Session } from "./bid-sessions.ts";
import { bidAt } from "./history-service.ts";

/** The two points to compare, and the only question where there is one. Without `to`, the bid as it is now. */
export interface WantedComparison {
  from: string;
  to?: string | undefined;
  question?: string | undefined;
}

type Refused = OperationError<"no-such-entry" | "nothing-differs">;

/** What the documents of a comparison are made from, where there is anything to tell. */
export function comparisonOf(
  session: Session,
  { from, to, question }: WantedComparison,
): Result<Omit<ComparisonInput, "madeOn">, Refused> {
  const [before, after] = [pointOf(session, from), to === undefined ? ok(nowOf(session)) : pointOf(session, to)];
  if (!before.ok) return before;
  if (!after.ok) return after;
  const all = compareBids(session.scheme, before.value.bid, after.value.bid);
  const differences = question === undefined ? all : all.filter((one) => one.question === question);
  if (differences.length === 0) {
    return fail({ code: "nothing-differs", message: "Nothing differs, so there is nothing to save." });
  }
  const only = question === undefined ? {} : { question };
  return ok({ scheme: session.scheme, from: before.value, to: after.value, differences, ...only });
}

/** The bid as it is now, after the newest entry of its log. */
function nowOf({ bid, log }: Session): ComparedPoint {
  return { bid, entry: headEntry(log), newest: true };
}

function pointOf(session: Session, id: string): Result<ComparedPoint, OperationError<"no-such-entry">> {
  const bid = bidAt(session, id);
  if (!bid.ok) return bid;
  const entry = session.log.entries.get(id) ?? headEntry(session.log);
  return ok({ bid: bid.value, entry, newest: id === session.log.head });
}
