import type { Transport } from "../../src/contract/define.ts";
import { unreachable } from "./unreachable.ts";

/** Browsers let a page that is closing send at most 64 KiB. */
const keepaliveLimit = 60_000;

/** Calls operations of the server on this machine that served the page. */
export const browserTransport: Transport = async (name, input) => {
  const body = JSON.stringify(input);
  const headers = { "content-type": "application/json" };
  try {
    const reply = await fetch(`/call/${name}`, {
      method: "POST",
      headers,
      body,
      keepalive: body.length < keepaliveLimit,
    });
    return (await reply.json()) as unknown;
  } catch {
    return unreachable;
  }
};
