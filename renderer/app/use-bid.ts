import { useEffect, useState, useSyncExternalStore } from "react";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { useApi } from "./api.ts";
import { createBidSession, type BidState, type OpenBidSession } from "./bid-session.ts";
import type { OpenedBid } from "./opened-bid.ts";

/** The bid that is open, as every screen sees it. */
export type BidSession = BidState & Omit<OpenBidSession, "state" | "subscribe"> & { scheme: Scheme };

/** Opens a session over the bid and draws anew whenever it changes. */
export function useBid(opened: OpenedBid): BidSession {
  const api = useApi();
  const [session] = useState(() => createBidSession(api, opened.open));
  const state = useSyncExternalStore(session.subscribe, session.state);
  useFlushOnLeaving(session);
  return { ...session, ...state, scheme: opened.scheme };
}

/** What was typed is sent when the officer leaves a field, a page or the window. */
function useFlushOnLeaving(session: OpenBidSession): void {
  useEffect(() => {
    const flush = () => void session.flush();
    const on: [EventTarget, string][] = [
      [window, "pagehide"],
      [window, "hashchange"],
      [document, "visibilitychange"],
      [document, "focusout"],
    ];
    for (const [target, event] of on) target.addEventListener(event, flush);
    return () => {
      for (const [target, event] of on) target.removeEventListener(event, flush);
    };
  }, [session]);
}
