import type { PlaceView } from "../../src/contract/views.ts";
import type { Api } from "./api.ts";

/** The bid file that the system was asked to open, until something was done about it. */
export interface AskedToOpen {
  current(): PlaceView | undefined;
  /** Told after every change; answers how to stop that. */
  subscribe(changed: () => void): () => void;
  done(): void;
}

/** Waits for files as long as any can come: in a browser only the one that the app was started with. */
export function listenForAsked(api: Pick<Api, "askedToOpen">): AskedToOpen {
  let current: PlaceView | undefined;
  const listeners = new Set<() => void>();
  const set = (place: PlaceView | undefined) => {
    current = place;
    for (const changed of listeners) changed();
  };
  const listen = async () => {
    for (;;) {
      const reply = await api.askedToOpen({ wait: true });
      if (!reply.ok || !reply.value) return;
      set(reply.value);
    }
  };
  void listen();
  return {
    current: () => current,
    subscribe: (changed) => {
      listeners.add(changed);
      return () => listeners.delete(changed);
    },
    done: () => set(undefined),
  };
}
