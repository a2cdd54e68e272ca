import { findAuthorities, type Authority } from "../bids/authorities.ts";
import type { Handlers, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { OrganisationMatch, SaveState } from "../contract/views.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { attachFile } from "./attachments.ts";
import { createSessions, editSession, type Session, type Sessions } from "./bid-sessions.ts";
import { newBid, openBid, saveElsewhere, viewOf } from "./open-bids.ts";
import { createPackJobs } from "./pack-jobs.ts";
import type { Ports } from "./ports.ts";
import { findScheme, listSchemes } from "./shelf.ts";

/** How long typing may pause before the bid is written. */
const saveDelay = 400;

/** What every transport calls: one handler for each operation of the contract. */
export function createHandlers(ports: Ports): Handlers<AppContract> & { saveAll(): Promise<SaveState[]> } {
  const sessions = createSessions(ports);
  const jobs = createPackJobs(ports);
  const withSession = sessionFinder(sessions);
  return {
    listSchemes: async () => ok(await listSchemes(ports)),
    scheme: ({ id }) => findScheme(ports, id),
    ...placeHandlers(ports),
    newBid: (wanted) => newBid(ports, sessions, wanted),
    openBid: ({ token }) => openBid(ports, sessions, token),
    edit: ({ bid, edits }) =>
      withSession(bid, async (session) => {
        const edited = editSession(session, edits);
        if (!edited.ok) return fail({ code: "edit-refused", message: edited.error });
        ports.clock.after(saveDelay, () => void sessions.save(session));
        const { check, appraisal, saved } = viewOf(ports, session);
        return ok({ check, appraisal, saved });
      }),
    saveState: ({ bid }) => withSession(bid, async (session) => ok(session.saved)),
    save: ({ bid }) => withSession(bid, async (session) => ok(await sessions.save(session))),
    saveElsewhere: ({ bid, folder }) =>
      withSession(bid, (session) => saveElsewhere(ports, sessions, { session, folder })),
    closeBid: ({ bid }) =>
      withSession(bid, async (session) => {
        const saved = await sessions.save(session);
        if (saved.state === "failed") return fail({ code: "cannot-write", message: saved.message ?? "Not saved." });
        sessions.remove(bid);
        return ok(null);
      }),
    attach: ({ bid, name, base64 }) =>
      withSession(bid, async (session) => attachFile(ports, session, { name, base64 })),
    findOrganisations: async ({ text, on }) => {
      const all = await ports.authorities.all();
      return ok(findAuthorities(all, text, on).map((body) => matchOf(body, all)));
    },
    exportPack: ({ bid, draft }) => withSession(bid, (session) => jobs.start(session, draft)),
    job: async ({ job }) => jobs.view(job),
    cancelJob: async ({ job }) => jobs.cancel(job),
    openFolder: async ({ job }) => jobs.openFolder(job),
    saveAll: () => Promise.all(sessions.all().map((session) => sessions.save(session))),
  };
}

function sessionFinder(sessions: Sessions) {
  return <T, E extends OperationError<string>>(
    id: string,
    run: (session: Session) => Promise<Result<T, E>>,
  ): Promise<Result<T, E | OperationError<"not-open">>> => {
    const session = sessions.get(id);
    if (session) return run(session);
    return Promise.resolve(
      fail({ code: "not-open", message: "This bid is not open any more. Open it again from the start page." }),
    );
  };
}

function placeHandlers(
  ports: Ports,
): Pick<Handlers<AppContract>, "recentBids" | "places" | "chooseBid" | "chooseFolder"> {
  const { places, recent } = ports;
  const noDialogs = fail({
    code: "no-dialogs" as const,
    message: "No file dialog can be opened here. Choose from the list.",
  });
  return {
    recentBids: async () => ok(await recent.list()),
    places: async () =>
      ok({ dialogs: places.dialogs, folder: await places.bidsFolder(), bids: await places.bidsInFolder() }),
    chooseBid: async () => (places.dialogs ? ok((await places.chooseBid()) ?? null) : noDialogs),
    chooseFolder: async () => (places.dialogs ? ok((await places.chooseFolder()) ?? null) : noDialogs),
  };
}

function matchOf(body: Authority, all: readonly Authority[]): OrganisationMatch {
  const { name, code, type, nation, from, until } = body;
  const successors = (body.successors ?? []).map((one) => all.find((other) => other.code === one)?.name ?? one);
  return { name, code, type, nation, successors, ...(from ? { from } : {}), ...(until ? { until } : {}) };
}
