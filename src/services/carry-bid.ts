import { attachmentsNamedIn } from "../bids/attached-files.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { carryBid as carry, type CarriedBid } from "../bids/carry-bid.ts";
import type { AppContract } from "../contract/contract.ts";
import type { OpenBid } from "../contract/open-bid.ts";
import type { InputOf, OperationError } from "../contract/define.ts";
import type { CarryPreview, OpeningNotice } from "../contract/views.ts";
import { ok, type Result } from "../shared/result.ts";
import { beginStored, type Session, type Sessions } from "./bid-sessions.ts";
import { beginBid, findStrand } from "./open-bids.ts";
import type { Ports, StoredBid } from "./ports.ts";

type StrandProblem = OperationError<"no-such-scheme" | "no-such-strand">;
type Source = Pick<Session, "bid" | "scheme" | "attachments">;

/** What would become of the answers of an open bid in a strand. Nothing is made and nothing is changed. */
export async function previewCarry(
  ports: Ports,
  source: Source,
  to: { scheme: string; strand: string },
): Promise<Result<CarryPreview, StrandProblem>> {
  const found = await findStrand(ports, to);
  if (!found.ok) return found;
  const { scheme, strand } = found.value;
  const title = source.bid.title;
  const { bid, ...lists } = carry(source, { scheme, strand: strand.id }, { id: "preview", title });
  return ok({
    ...lists,
    scheme: { id: scheme.id, title: scheme.title },
    strand: { id: strand.id, title: strand.title },
    title,
    files: attachmentsNamedIn(bid.answers, source.attachments).size,
  });
}

/** A bid made of another one's answers, as its file will hold it: its log says where it came from. */
export async function carriedStored(
  ports: Ports,
  source: Source,
  to: { scheme: string; strand: string; title: string },
): Promise<Result<{ stored: StoredBid; carried: CarriedBid; scheme: Session["scheme"] }, StrandProblem>> {
  const found = await findStrand(ports, to);
  if (!found.ok) return found;
  const { scheme } = found.value;
  const carried = carry(source, { scheme, strand: to.strand }, { id: ports.ids.next(), title: to.title });
  const about = `Began the bid with answers of “${source.bid.title}” (${source.scheme.title})`;
  const stored = await beginStored(ports, carried.bid, about);
  return ok({
    stored: { ...stored, attachments: attachmentsNamedIn(carried.bid.answers, source.attachments) },
    carried,
    scheme,
  });
}

type CarryCode = "no-such-scheme" | "no-such-strand" | "no-such-place" | "cannot-write";

/** Makes the new bid in a folder and opens it. The first one stays as it is, and stays open. */
export async function carryBid(
  ports: Ports,
  sessions: Sessions,
  { session, to }: { session: Session; to: Omit<InputOf<AppContract["carryBid"]>, "bid"> },
): Promise<Result<OpenBid, OperationError<CarryCode>>> {
  const made = await carriedStored(ports, session, to);
  if (!made.ok) return made;
  const { stored, carried, scheme } = made.value;
  const notices = [noticeOf(session.bid, carried)];
  return beginBid(ports, sessions, { scheme, folder: to.folder, stored, notices });
}

function noticeOf({ title }: Bid, { carried, adjusted, leftBehind, missing }: CarriedBid): OpeningNotice {
  const parts = [
    `Answers that came over from “${title}”: ${carried.length + adjusted.length}.`,
    `Left behind: ${leftBehind.length}.`,
    `Still to answer: ${missing.length}.`,
    "Read what came over before you rely on it: another scheme may mean something else by it.",
  ];
  return { kind: "carried", message: parts.join(" ") };
}
