import { useCallback } from "react";
import type { HistoryItem } from "../../../src/contract/views.ts";
import type { Difference } from "../../../src/history/compare.ts";
import { ok } from "../../../src/shared/result.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";
import { useApi } from "../../app/api.ts";
import type { Asked } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply, type Loading } from "../../app/use-reply.ts";

interface Comparison {
  compared: Loading<Difference[]>;
  /** The two points in words. */
  ends: { from: string; to: string };
}

/** What differs between two points, or between one and now; worked out again when something new is safe. */
export function useComparison({ open }: BidSession, { from = "", to, question }: Asked): Comparison {
  const api = useApi();
  const bid = open.bid.id;
  const { safeAt } = open.saved;
  const compare = useCallback(async () => {
    const reply = await api.compare({ bid, from, ...(to === undefined ? {} : { to }) });
    if (!reply.ok || question === undefined) return reply;
    return ok(reply.value.filter((one) => one.question === question));
  }, [api, bid, from, to, question]);
  const compared = useReply(compare, safeAt);
  const history = useReply(useCallback(() => api.history({ bid, limit: 2000 }), [api, bid]));
  const items = history.state === "ready" ? history.value : [];
  return {
    compared,
    ends: { from: pointInWords(items, from), to: to === undefined ? "now" : pointInWords(items, to) },
  };
}

function pointInWords(items: readonly HistoryItem[], entry: string): string {
  const item = items.find((one) => one.entry === entry);
  if (!item) return "an earlier point";
  return `${dayAndTime(item.at)} (${item.who}: ${item.name ?? item.about})`;
}
