import type { Handlers } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import { verifyLog } from "../history/log.ts";
import { ok } from "../shared/result.ts";
import type { Session, Sessions } from "./bid-sessions.ts";
import { changing } from "./change-handlers.ts";
import { makeContribution } from "./contributions.ts";
import { bringIn, reviewMerge, settle } from "./merge-service.ts";
import { changedView } from "./open-bids.ts";
import type { Ports } from "./ports.ts";
import type { WithSession } from "./session-finder.ts";

type MergeOperations = "reviewMerge" | "bringIn" | "settle" | "copies" | "makeContribution" | "verifyFile" | "backups";

/** Everything that brings two people's work together, and everything that looks after the file. */
export function mergeHandlers(
  ports: Ports,
  sessions: Sessions,
  withSession: WithSession,
): Pick<Handlers<AppContract>, MergeOperations> {
  const reply = (session: Session) => ({ session, reply: () => changedView(session) });
  return {
    reviewMerge: ({ bid, token }) => withSession(bid, (session) => reviewMerge(ports, session, token)),
    bringIn: ({ bid, token }) =>
      withSession(bid, (session) => changing(ports, sessions, reply(session), () => bringIn(ports, session, token))),
    settle: ({ bid, ...choice }) =>
      withSession(bid, (session) => changing(ports, sessions, reply(session), () => settle(ports, session, choice))),
    copies: ({ bid }) =>
      withSession(bid, async (session) => ok(await ports.bidFiles.copiesBeside(session.place, session.bid.id))),
    makeContribution: ({ bid, sections }) => withSession(bid, (session) => makeContribution(ports, session, sections)),
    verifyFile: ({ bid }) => withSession(bid, async (session) => ok(await verify(ports, session))),
    backups: ({ bid }) => withSession(bid, async (session) => ok(await ports.backups.list(session.bid.id))),
  };
}

/** Reads the file again and works its whole log through; what is open here is checked as well. */
async function verify(ports: Ports, session: Session): Promise<string[]> {
  const read = await ports.bidFiles.read(session.place);
  const onDisk = read.ok ? verifyLog(read.value.log, ports.bytes.hashText) : [read.error.message];
  return [...onDisk, ...verifyLog(session.log, ports.bytes.hashText)];
}
