import type { Handlers, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { ChangedBid } from "../contract/open-bid.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { editSession, type Session, type Sessions } from "./bid-sessions.ts";
import { bidAt, compareEntries, historyOf, nameVersion, redo, restore, undo } from "./history-service.ts";
import { changedView, editReply } from "./open-bids.ts";
import type { Ports } from "./ports.ts";
import type { WithSession } from "./session-finder.ts";

/** How long typing may pause before the file is written, in milliseconds. What is typed is in the journal long before. */
const saveDelay = 1500;

type ReadOnly = OperationError<"read-only">;

/** Runs a change of a bid that may be changed, and has the file written a moment later. */
export function changing<T, E>(
  ports: Ports,
  sessions: Sessions,
  { session, reply }: { session: Session; reply: () => T },
  run: () => Promise<Result<unknown, E>>,
): Promise<Result<T, E | ReadOnly>> {
  const { readOnly } = session;
  if (readOnly !== undefined)
    return Promise.resolve(fail({ code: "read-only", message: `${readOnly} It cannot be changed here.` }));
  return run().then((changed) => {
    if (!changed.ok) return changed;
    ports.clock.after(saveDelay, () => {
      // A bid that was closed meanwhile is saved already, and may be another's now.
      if (sessions.get(session.bid.id) === session) void sessions.save(session);
    });
    return ok(reply());
  });
}

type ChangeOperations = "edit" | "undo" | "redo" | "history" | "bidAt" | "compare" | "restore" | "nameVersion";

/** Everything that changes a bid by one person's hand, and everything that looks back on it. */
export function changeHandlers(
  ports: Ports,
  sessions: Sessions,
  withSession: WithSession,
): Pick<Handlers<AppContract>, ChangeOperations> {
  const change = <E extends OperationError<string>>(
    id: string,
    run: (session: Session) => Promise<Result<unknown, E>>,
  ) =>
    withSession<ChangedBid, E | ReadOnly>(id, (session) =>
      changing(ports, sessions, { session, reply: () => changedView(session) }, () => run(session)),
    );
  return {
    edit: ({ bid, edits }) =>
      withSession(bid, (session) =>
        changing(ports, sessions, { session, reply: () => editReply(session) }, async () => {
          const edited = await editSession(ports, session, edits);
          return edited.ok ? edited : fail({ code: "edit-refused" as const, message: edited.error });
        }),
      ),
    undo: ({ bid }) => change(bid, (session) => undo(ports, session)),
    redo: ({ bid }) => change(bid, (session) => redo(ports, session)),
    history: ({ bid, question, limit }) =>
      withSession(bid, async (session) =>
        ok(historyOf(session, { limit, ...(question === undefined ? {} : { question }) })),
      ),
    bidAt: ({ bid, entry }) => withSession(bid, async (session) => bidAt(session, entry)),
    compare: ({ bid, from, to }) => withSession(bid, async (session) => compareEntries(session, from, to)),
    restore: ({ bid, ...wanted }) => change(bid, (session) => restore(ports, session, wanted)),
    nameVersion: ({ bid, name }) =>
      change(bid, async (session): Promise<Result<null, never>> => {
        await nameVersion(ports, session, name);
        return ok(null);
      }),
  };
}
