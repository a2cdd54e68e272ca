import { useEffect, useState, useSyncExternalStore } from "react";
import type { CouncilChanged } from "../../src/contract/open-bid.ts";
import type { OperationError } from "../../src/contract/define.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import { useApi } from "./api.ts";
import { createBidSession, type BidState, type OpenBidSession } from "./bid-session.ts";
import type { OpenedBid } from "./opened-bid.ts";

/** The bid that is open, as every screen sees it. */
export type BidSession = BidState &
  Omit<OpenBidSession, "state" | "subscribe"> & {
    scheme: Scheme;
    /** Changes the scheme itself, and takes it and the bid as they then stand. */
    changeScheme(ask: AskSchemeChange): Promise<Result<null, OperationError>>;
  };

type AskSchemeChange = (bid: string) => Promise<Result<CouncilChanged, OperationError>>;

/** Opens a session over the bid and draws anew whenever it changes. */
export function useBid(opened: OpenedBid): BidSession {
  const api = useApi();
  const [session] = useState(() => createBidSession(api, opened.open));
  const state = useSyncExternalStore(session.subscribe, session.state);
  useFlushOnLeaving(session);
  const [scheme, setScheme] = useState(opened.scheme);
  const changeScheme = (ask: AskSchemeChange) =>
    session.change(async (id) => {
      const reply = await ask(id);
      if (!reply.ok) return reply;
      setScheme(reply.value.scheme);
      return ok(reply.value.open);
    });
  return { ...session, ...state, scheme, changeScheme };
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
