import { whichFund as judgeFunds, type WhichFund } from "../bids/which-fund.ts";
import type { Session } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";

/** The facts of a bid, as it stands now, against every strand of every scheme. */
export async function whichFund(ports: Ports, { bid, scheme }: Pick<Session, "bid" | "scheme">): Promise<WhichFund> {
  const [shelf, discountSeries] = await Promise.all([ports.schemes.list(), ports.schemes.discountSeries()]);
  const today = ports.clock.now().toISOString().slice(0, 10);
  return judgeFunds({ bid, scheme }, shelf, { today, discountSeries });
}
