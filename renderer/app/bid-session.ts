import type { Bid } from "../../src/bids/bid-schema.ts";
import { applyEdit, type Edit } from "../../src/bids/edit.ts";
import type { OpenBid } from "../../src/contract/contract.ts";
import type { SaveState } from "../../src/contract/views.ts";
import type { Api } from "./api.ts";
import { createEditQueue, type Pace } from "./edit-queue.ts";

/** The open bid as it stands now, and why the last edits were not taken, if they were not. */
export interface BidState {
  /** `bid` holds every edit already; `check` and `appraisal` follow a moment later. */
  open: OpenBid;
  trouble: string | undefined;
}

export interface OpenBidSession {
  state(): BidState;
  /** Told after every change; answers how to stop that. */
  subscribe(changed: () => void): () => void;
  /** Applies edits at once and sends them. Answers the edits that take them back. */
  edit(edits: readonly Edit[], pace?: Pace): Edit[];
  /** Sends what waits to be sent. */
  flush(): Promise<void>;
  setSaved(saved: SaveState): void;
  setPlace(place: OpenBid["place"], saved: SaveState): void;
}

/** Holds one open bid. Edits show at once; the check and the money come back with the reply. */
export function createBidSession(api: Api, opened: OpenBid): OpenBidSession {
  let state: BidState = { open: opened, trouble: undefined };
  const listeners = new Set<() => void>();
  const set = (open: Partial<OpenBid>, trouble = state.trouble) => {
    state = { open: { ...state.open, ...open }, trouble };
    for (const changed of listeners) changed();
  };
  const queue = createEditQueue(async (edits) => {
    const reply = await sendEdits(api, state.open, edits);
    if (reply.ok) {
      state = { ...state, trouble: undefined };
      set(reply.value);
      return true;
    }
    set({}, reply.error.message);
    if (reply.error.code !== "edit-refused" && reply.error.code !== "bad-request") return false;
    // Edits that were refused are gone, so the bid is read again as it really stands.
    const again = await api.openBid({ token: state.open.place.token });
    if (again.ok) set(again.value);
    return true;
  });
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    edit: (edits, pace = "now") => {
      const applied = applyAll(state.open.bid, edits);
      set({ bid: applied.bid });
      queue.push(applied.edits, pace);
      return applied.inverses;
    },
    flush: queue.flush,
    setSaved: (saved) => set({ saved }),
    setPlace: (place, saved) => set({ place, saved }),
  };
}

/** A bid that was closed meanwhile, in another window, is opened again first. */
async function sendEdits(api: Api, { bid, place }: OpenBid, edits: Edit[]) {
  const reply = await api.edit({ bid: bid.id, edits });
  if (reply.ok || reply.error.code !== "not-open") return reply;
  const again = await api.openBid({ token: place.token });
  return again.ok ? api.edit({ bid: bid.id, edits }) : reply;
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
