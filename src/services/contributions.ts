import { attachmentsNamedIn } from "../bids/attached-files.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { OperationError } from "../contract/define.ts";
import type { PlaceView } from "../contract/views.ts";
import { onlyAnswers } from "../history/bring-part.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { beginStored, type Session } from "./bid-sessions.ts";
import type { Contribution, Ports } from "./ports.ts";

/** Writes some sections as a file of their own beside the bid. Nothing else of the bid is in it. */
export async function makeContribution(
  ports: Ports,
  session: Session,
  sections: readonly string[],
): Promise<Result<PlaceView, OperationError<"cannot-write">>> {
  const chosen = session.scheme.sections.filter((section) => sections.includes(section.id));
  const questions = chosen.flatMap((section) => section.questions.map((question) => question.id));
  const parts = chosen.map((section) => section.title).join(", ");
  const title = `${session.bid.title}: ${parts}`;
  const bid: Bid = {
    ...session.bid,
    id: ports.ids.next(),
    title,
    answers: onlyAnswers(session.bid.answers, questions),
  };
  const contribution: Contribution = { of: session.bid.id, at: session.log.head, questions };
  const place = await ports.places.fileBeside(session.place, `${parts}, part of ${session.bid.title}`, ".bid");
  if (!place) return fail({ code: "cannot-write", message: "The folder of the bid is not there any more." });
  const attachments = attachmentsNamedIn(bid.answers, session.attachments);
  const stored = { ...(await beginStored(ports, bid)), contribution, attachments };
  const written = await ports.bidFiles.write(place.token, stored, undefined);
  return written.ok ? ok(place) : fail({ code: "cannot-write", message: written.error.message });
}
