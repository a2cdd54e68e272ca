import { findAuthorities, type Authority } from "../bids/authorities.ts";
import type { Handlers, OperationError } from "../contract/define.ts";
import type { AppContract } from "../contract/contract.ts";
import type { OrganisationMatch, SaveState } from "../contract/views.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { attachFile } from "./attachments.ts";
import { createSessions, type Session, type Sessions } from "./bid-sessions.ts";
import { carryBid, previewCarry } from "./carry-bid.ts";
import { changeHandlers } from "./change-handlers.ts";
import { councilHandlers } from "./council-service.ts";
import { keptCopies } from "./kept-copies.ts";
import { mergeHandlers } from "./merge-handlers.ts";
import { noticeOutside } from "./notice-outside.ts";
import { newBid, saveElsewhere } from "./open-bids.ts";
import { openBid } from "./open-file.ts";
import { createPackJobs } from "./pack-jobs.ts";
import type { Ports } from "./ports.ts";
import { holdsAll } from "./publish.ts";
import { schemeHandlers } from "./scheme-handlers.ts";
import { sessionFinder } from "./session-finder.ts";
import { findScheme, heldFigures, listSchemes } from "./shelf.ts";
import { setAsideWork, unsavedWork } from "./unsaved-work.ts";
import { whichFund } from "./which-fund.ts";

/** What every transport calls: one handler for each operation of the contract. */
export function createHandlers(ports: Ports): Handlers<AppContract> & { saveAll(): Promise<SaveState[]> } {
  const sessions = createSessions(ports);
  const jobs = createPackJobs(ports);
  const withSession = sessionFinder(sessions);
  return {
    listSchemes: async () => ok(await listSchemes(ports)),
    scheme: ({ id }) => findScheme(ports, id),
    heldFigures: async () => ok(await heldFigures(ports)),
    ...schemeHandlers(ports, sessions),
    ...placeHandlers(ports),
    newBid: (wanted) => newBid(ports, sessions, wanted),
    openBid: (asked) => openBid(ports, sessions, asked),
    keptCopies: ({ token }) => keptCopies(ports, token),
    unsavedWork: async () => ok(await unsavedWork(ports, sessions)),
    setAsideWork: ({ bid }) => setAsideWork(ports, bid),
    ...changeHandlers(ports, sessions, withSession),
    ...councilHandlers(ports, sessions, withSession),
    ...mergeHandlers(ports, sessions, withSession),
    saveState: ({ bid }) =>
      withSession(bid, async (session) => {
        await noticeOutside(ports, session);
        return ok(session.saved);
      }),
    save: ({ bid }) => withSession(bid, async (session) => ok(await sessions.save(session))),
    saveElsewhere: ({ bid, ...to }) =>
      withSession(bid, (session) => saveElsewhere(ports, sessions, { session, ...to })),
    closeBid: ({ bid }) => withSession(bid, (session) => close(ports, sessions, session)),
    attach: ({ bid, name, base64 }) =>
      withSession(bid, async (session) => attachFile(ports, session, { name, base64 })),
    findOrganisations: async ({ text, on }) => {
      const all = await ports.authorities.all();
      return ok(findAuthorities(all, text, on).map((body) => matchOf(body, all)));
    },
    whichFund: ({ bid }) => withSession(bid, async (session) => ok(await whichFund(ports, session))),
    previewCarry: ({ bid, ...to }) => withSession(bid, (session) => previewCarry(ports, session, to)),
    carryBid: ({ bid, ...to }) => withSession(bid, (session) => carryBid(ports, sessions, { session, to })),
    exportPack: ({ bid, draft }) => withSession(bid, (session) => jobs.start(session, draft)),
    exportSchemeDocuments: ({ bid }) => withSession(bid, (session) => jobs.startSchemeDocuments(session)),
    exportComparison: ({ bid, ...points }) => withSession(bid, (session) => jobs.startComparison(session, points)),
    job: async ({ job }) => jobs.view(job),
    cancelJob: async ({ job }) => jobs.cancel(job),
    openFolder: async ({ job }) => jobs.openFolder(job),
    saveAll: () => Promise.all(sessions.all().map((session) => leave(sessions, session))),
  };
}

/** A file that holds everything already is left as it is, to the byte, whoever changed or has it since. */
async function leave(sessions: Sessions, session: Session): Promise<SaveState> {
  return holdsAll(session) ? { ...session.saved, state: "saved" } : sessions.save(session);
}

async function close(
  ports: Ports,
  sessions: Sessions,
  session: Session,
): Promise<Result<null, OperationError<"cannot-write">>> {
  if (session.readOnly === undefined) {
    const saved = await leave(sessions, session);
    if (saved.state !== "saved") return fail({ code: "cannot-write", message: saved.message ?? "Not saved." });
    await ports.locks.release(session.place);
  }
  sessions.remove(session.bid.id);
  return ok(null);
}

function placeHandlers(
  ports: Ports,
): Pick<
  Handlers<AppContract>,
  "recentBids" | "places" | "chooseBid" | "chooseFolder" | "askedToOpen" | "chooseScheme"
> {
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
    askedToOpen: async ({ wait }) => ok((await places.askedToOpen(wait)) ?? null),
    chooseScheme: async ({ what }) => (places.dialogs ? ok((await places.chooseScheme(what)) ?? null) : noDialogs),
  };
}

function matchOf(body: Authority, all: readonly Authority[]): OrganisationMatch {
  const { name, code, type, nation, from, until } = body;
  const successors = (body.successors ?? []).map((one) => all.find((other) => other.code === one)?.name ?? one);
  return { name, code, type, nation, successors, ...(from ? { from } : {}), ...(until ? { until } : {}) };
}
