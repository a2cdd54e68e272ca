import type { OperationError } from "../contract/define.ts";
import type { JobView } from "../contract/views.ts";
import { comparisonDocuments } from "../packs/comparison-documents.ts";
import { schemeDocuments } from "../packs/scheme-documents.ts";
import { submissionPack } from "../packs/submission-pack.ts";
import { safeFolderName } from "../packs/file-names.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Session } from "./bid-sessions.ts";
import { comparisonOf, type WantedComparison } from "./comparison-export.ts";
import type { DocumentJob, PackRequest, Ports } from "./ports.ts";

interface Job {
  view: JobView;
  folder: string;
  work: DocumentJob;
}

type NoJob = OperationError<"no-such-job">;

/** Submission packs and other documents being made. Each is made from the bid as it stood when the job began. */
export function createPackJobs(ports: Ports) {
  const jobs = new Map<string, Job>();
  const withJob = <T>(id: string, run: (job: Job) => T): Result<T, NoJob> => {
    const job = jobs.get(id);
    return job
      ? ok(run(job))
      : fail({ code: "no-such-job", message: "This export is not known any more. Start it again." });
  };
  const started = async (session: Session, wanted: Wanted): Promise<Result<JobView, never>> => {
    const job = await begin(ports, session, wanted);
    jobs.set(job.view.job, job);
    return ok(job.view);
  };
  return {
    start: async (session: Session, draft: boolean): Promise<Result<JobView, OperationError<"blocked">>> => {
      const refused = blockedBy(session, draft);
      if (refused) return fail({ code: "blocked", message: refused });
      return started(session, {
        title: session.bid.title,
        what: draft ? "draft" : "pack",
        request: (at) => packRequest(session, { ...at, draft }),
      });
    },
    /** The rule book and the blank form of the bid's scheme, beside the bid. */
    startSchemeDocuments: (session: Session) => started(session, schemeDocumentsOf(session)),
    /** What differs between two points, beside the bid. */
    startComparison: async (session: Session, wanted: WantedComparison) => {
      const compared = comparisonOf(session, wanted);
      if (!compared.ok) return compared;
      const documents = (madeOn: string) => comparisonDocuments({ ...compared.value, madeOn });
      return started(session, ofDocuments(session.bid.title, "comparison", documents));
    },
    view: (id: string) => withJob(id, (job) => job.view),
    cancel: (id: string) =>
      withJob(id, (job) => {
        if (job.view.state !== "working") return job.view;
        job.work.cancel();
        job.view = { ...job.view, state: "cancelled", step: "Cancelled" };
        return job.view;
      }),
    openFolder: async (id: string): Promise<Result<{ opened: boolean; folder: string }, NoJob>> => {
      const job = jobs.get(id);
      if (!job) return withJob(id, () => ({ opened: false, folder: "" }));
      return ok({ opened: await ports.shell.openFolder(job.folder), folder: job.view.folder ?? "" });
    },
  };
}

/** A final pack is refused while a blocker stands; the first ones are named. */
export function blockedBy({ assessment }: Pick<Session, "assessment">, draft: boolean): string | undefined {
  const blockers = assessment.check.findings.filter((finding) => finding.severity === "blocker");
  if (draft || blockers.length === 0) return undefined;
  const named = blockers.slice(0, 5).map((finding) => finding.says);
  const rest = blockers.length > 5 ? ` And ${blockers.length - 5} more.` : "";
  return `The final pack cannot be made while ${blockers.length === 1 ? "a blocker stands" : `${blockers.length} blockers stand`}: ${named.join(" ")}${rest}`;
}

interface Wanted {
  /** What the folder is called, before the day and time: of what it is, and what stands in it. */
  title: string;
  what: string;
  request(at: { folder: string; madeOn: string }): Result<PackRequest, string>;
}

function schemeDocumentsOf({ scheme }: Session): Wanted {
  return ofDocuments(scheme.title, "rule book and blank form", () => schemeDocuments(scheme));
}

/** Documents alone, without any of the bid's attachments. */
function ofDocuments(title: string, what: string, documents: (madeOn: string) => PackRequest["documents"]): Wanted {
  return { title, what, request: (at) => ok({ ...at, documents: documents(at.madeOn), attachments: [] }) };
}

async function begin(ports: Ports, session: Session, { title, what, request: make }: Wanted): Promise<Job> {
  const now = ports.clock.now().toISOString();
  const stamp = `${now.slice(0, 10)} ${now.slice(11, 16).replace(":", "")}`;
  const place = await ports.places.exportFolder(session.place, safeFolderName(title, `${what} ${stamp}`));
  const id = ports.ids.next();
  const view: JobView = { job: id, state: "working", step: "Starting", progress: 0, files: [] };
  if (!place) {
    return failedJob(view, "No folder could be made beside the bid. Save the bid elsewhere and try again.");
  }
  const request = make({ folder: place.token, madeOn: now.slice(0, 10) });
  if (!request.ok) return failedJob(view, request.error);
  const idle: DocumentJob = { done: Promise.resolve(fail("Not begun")), cancel: () => undefined };
  const job: Job = { view: { ...view, folder: place.folder }, folder: place.token, work: idle };
  const work = ports.documents.make(request.value, (step, progress) => {
    if (job.view.state === "working") job.view = { ...job.view, step, progress };
  });
  job.work = work;
  void work.done.then((made) => finish(job, made));
  return job;
}

function failedJob(view: JobView, message: string): Job {
  const work = { done: Promise.resolve(fail(message)), cancel: () => undefined };
  return { view: { ...view, state: "failed", step: "Failed", message }, folder: "", work };
}

function finish(job: Job, made: Awaited<DocumentJob["done"]>): void {
  if (job.view.state !== "working") return;
  job.view = made.ok
    ? { ...job.view, state: "done", step: "Done", progress: 1, files: made.value }
    : { ...job.view, state: "failed", step: "Failed", message: made.error };
}

/** What the document maker is asked for: the documents of the pack and the bid's own attachments, all of them. */
export function packRequest(
  session: Pick<Session, "scheme" | "bid" | "assessment" | "reference" | "attachments">,
  at: { folder: string; madeOn: string; draft: boolean },
): Result<PackRequest, string> {
  const { scheme, bid, assessment, reference } = session;
  const pack = submissionPack({ scheme, bid, ...assessment, reference, madeOn: at.madeOn, draft: at.draft });
  const attachments = pack.attachments.map(({ name, sha256 }) => ({ name, bytes: session.attachments.get(sha256) }));
  const lost = attachments.find((one) => one.bytes === undefined);
  if (lost) return fail(`The bid does not hold the file “${lost.name}”. Attach it again, then export.`);
  const held = attachments.flatMap(({ name, bytes }) => (bytes ? [{ name, bytes }] : []));
  return ok({ folder: at.folder, madeOn: at.madeOn, documents: pack.documents, attachments: held });
}
