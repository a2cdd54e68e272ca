import type { Bid } from "../../src/bids/bid-schema.ts";
import { applyEdit, type Edit } from "../../src/bids/edit.ts";
import type { ChangedBid, OpenBid } from "../../src/contract/open-bid.ts";
import type { OperationError } from "../../src/contract/define.ts";
import type { SaveState } from "../../src/contract/views.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import type { Api } from "./api.ts";
import { createEditQueue, type EditQueue, type Pace } from "./edit-queue.ts";

/** The open bid as it stands now, and why the last edits were not taken, if they were not. */
export interface BidState {
  /** `bid` holds every edit already; `check` and `appraisal` follow a moment later. */
  open: OpenBid;
  trouble: string | undefined;
}

type AskChange = (bid: string) => Promise<Result<ChangedBid, OperationError>>;

export interface OpenBidSession {
  state(): BidState;
  /** Told after every change; answers how to stop that. */
  subscribe(changed: () => void): () => void;
  /** Applies edits at once and sends them. Answers the edits that take them back. */
  edit(edits: readonly Edit[], pace?: Pace): Edit[];
  /** Sends what waits to be sent. */
  flush(): Promise<void>;
  /** Sends what waits, then makes a change whose outcome the window cannot work out by itself. */
  change(ask: AskChange): Promise<Result<null, OperationError>>;
  setSaved(saved: SaveState): void;
  setPlace(place: OpenBid["place"], saved: SaveState): void;
}

const unsent: OperationError = {
  code: "internal",
  message: "What you typed last could not be sent yet, so nothing else was changed. Try again in a moment.",
};

/** Holds one open bid. Edits show at once; the check and the money come back with the reply. */
export function createBidSession(api: Api, opened: OpenBid): OpenBidSession {
  let state: BidState = { open: opened, trouble: undefined };
  const listeners = new Set<() => void>();
  const set = (open: Partial<OpenBid>, trouble = state.trouble) => {
    state = { open: { ...state.open, ...open }, trouble };
    for (const changed of listeners) changed();
  };
  /** What could be undone or redone before goes, unless the reply brings it again. */
  const take = (reply: Partial<OpenBid>) => {
    const { undo: _undo, redo: _redo, ...open } = state.open;
    state = { ...state, open };
    set(reply);
  };
  const readAgain = async () => {
    const again = await api.openBid({ token: state.open.place.token });
    if (again.ok) take(again.value);
  };
  const queue = createEditQueue(async (edits) => {
    const reply = await sendEdits(api, state.open, edits);
    if (reply.ok) {
      state = { ...state, trouble: undefined };
      take(reply.value);
      return true;
    }
    set({}, reply.error.message);
    if (reply.error.code !== "edit-refused" && reply.error.code !== "bad-request") return false;
    // Edits that were refused are gone, so the bid is read again as it really stands.
    await readAgain();
    return true;
  });
  return {
    state: () => state,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    edit: (edits, pace = "now") => {
      if (state.open.readOnly !== undefined) return [];
      const applied = applyAll(state.open.bid, edits);
      set({ bid: applied.bid });
      queue.push(applied.edits, pace);
      return applied.inverses;
    },
    flush: queue.flush,
    change: (ask) => change({ queue, typed: () => state.open.bid, take, readAgain }, () => ask(opened.bid.id)),
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

interface Changing {
  queue: EditQueue;
  /** The bid as typed until now; another object after every edit. */
  typed(): Bid;
  take(reply: ChangedBid): void;
  readAgain(): Promise<void>;
}

async function change(
  { queue, typed, take, readAgain }: Changing,
  ask: () => ReturnType<AskChange>,
): Promise<Result<null, OperationError>> {
  await queue.flush();
  if (queue.waiting() > 0) return fail(unsent);
  const before = typed();
  const reply = await ask();
  if (!reply.ok) return reply;
  if (before === typed()) take(reply.value);
  // Something was typed while the change was made, so the bid is read again with both in it.
  else await queue.flush().then(readAgain);
  return ok(null);
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
