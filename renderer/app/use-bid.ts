import { useCallback, useEffect, useMemo, useRef, useState } from "react";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { applyEdit, type Edit } from "../../src/bids/edit.ts";
import type { OpenBid } from "../../src/contract/contract.ts";
import type { SaveState } from "../../src/contract/views.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { useApi, type Api } from "./api.ts";
import { createEditQueue, type EditQueue, type Pace } from "./edit-queue.ts";

/** The bid that is open, as every screen sees it. */
export interface BidSession {
  /** `bid` holds every edit already; `check` and `appraisal` follow a moment later. */
  open: OpenBid;
  scheme: Scheme;
  /** Applies edits at once and sends them. Answers the edits that take them back. */
  edit(edits: readonly Edit[], pace?: Pace): Edit[];
  /** Sends what waits to be sent. */
  flush(): Promise<void>;
  /** Why the last edits were not taken. */
  trouble: string | undefined;
  setSaved(saved: SaveState): void;
  setPlace(place: OpenBid["place"], saved: SaveState): void;
}

/** Holds the open bid: edits show at once, and the check and the money come back with the reply. */
export function useBid(opened: { open: OpenBid; scheme: Scheme }): BidSession {
  const api = useApi();
  const [open, setOpen] = useState(opened.open);
  const [trouble, setTrouble] = useState<string>();
  const latest = useRef(opened.open.bid);
  const queue = useMemo(() => {
    const replace = (next: OpenBid) => {
      latest.current = next.bid;
      setOpen(next);
    };
    return createEditQueue((edits) => sendEdits(api, opened.open, edits, { setOpen, setTrouble, replace }));
  }, [api, opened.open]);
  useFlushOnLeaving(queue);

  const edit = useCallback(
    (edits: readonly Edit[], pace: Pace = "now"): Edit[] => {
      const applied = applyAll(latest.current, edits);
      latest.current = applied.bid;
      setOpen((before) => ({ ...before, bid: applied.bid }));
      queue.push(applied.edits, pace);
      return applied.inverses;
    },
    [queue],
  );
  return useMemo(() => {
    const setSaved = (saved: SaveState) => setOpen((before) => ({ ...before, saved }));
    const setPlace = (place: OpenBid["place"], saved: SaveState) => setOpen((before) => ({ ...before, place, saved }));
    return { open, scheme: opened.scheme, edit, flush: queue.flush, trouble, setSaved, setPlace };
  }, [open, opened.scheme, edit, queue, trouble]);
}

interface Setters {
  setOpen(change: (before: OpenBid) => OpenBid): void;
  setTrouble(trouble: string | undefined): void;
  replace(next: OpenBid): void;
}

/** Edits that were refused are gone, so the bid is read again as it really stands. Others are kept and sent again. */
async function sendEdits(api: Api, opened: OpenBid, edits: Edit[], setters: Setters): Promise<boolean> {
  const reply = await api.edit({ bid: opened.bid.id, edits });
  if (reply.ok) {
    setters.setOpen((before) => ({ ...before, ...reply.value }));
    setters.setTrouble(undefined);
    return true;
  }
  setters.setTrouble(reply.error.message);
  if (reply.error.code !== "edit-refused" && reply.error.code !== "bad-request") return false;
  const again = await api.openBid({ token: opened.place.token });
  if (again.ok) setters.replace(again.value);
  return true;
}

/** An edit to a line that is gone already does nothing. */
function applyAll(bid: Bid, edits: readonly Edit[]): { bid: Bid; edits: Edit[]; inverses: Edit[] } {
  const applied: Edit[] = [];
  const inverses: Edit[] = [];
  let current = bid;
  for (const edit of edits) {
    const result = applyEdit(current, edit);
    if (!result.ok) continue;
    current = result.value.bid;
    applied.push(edit);
    inverses.unshift(result.value.inverse);
  }
  return { bid: current, edits: applied, inverses };
}

function useFlushOnLeaving(queue: EditQueue): void {
  useEffect(() => {
    const flush = () => void queue.flush();
    window.addEventListener("pagehide", flush);
    window.addEventListener("hashchange", flush);
    document.addEventListener("visibilitychange", flush);
    document.addEventListener("focusout", flush);
    return () => {
      window.removeEventListener("pagehide", flush);
      window.removeEventListener("hashchange", flush);
      document.removeEventListener("visibilitychange", flush);
      document.removeEventListener("focusout", flush);
    };
  }, [queue]);
}
