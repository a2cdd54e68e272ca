import type { Transport } from "../../src/contract/define.ts";
import { unreachable } from "./unreachable.ts";

declare global {
  interface Window {
    /** Given by the preload script of the desktop window. */
    bidwright?: { call: Transport };
  }
}

/** Calls operations of the desktop app's own process. */
export const electronTransport: Transport = async (name, input) => {
  if (!window.bidwright) return unreachable;
  try {
    return await window.bidwright.call(name, input);
  } catch {
    return unreachable;
  }
};
