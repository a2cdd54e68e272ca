import type { OperationError } from "../contract/define.ts";
import type { AttachedFile } from "../fields/kinds/file.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Session } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";

/** All attachments of one bid together, so that a bid can still be sent by e-mail and always be opened again. */
const largestTotal = 40 * 1024 * 1024;

/** Takes a copy of a file into the bid. The answer that names it is a separate edit. */
export function attachFile(
  ports: Ports,
  session: Session,
  file: { name: string; base64: string },
): Result<AttachedFile, OperationError<"too-large">> {
  const bytes = ports.bytes.fromBase64(file.base64);
  const held = [...session.attachments.values()].reduce((total, one) => total + one.length, 0);
  if (held + bytes.length > largestTotal) {
    return fail({ code: "too-large", message: `${file.name} would take the attachments of this bid over 40 MB.` });
  }
  const sha256 = ports.bytes.sha256(bytes);
  session.attachments.set(sha256, bytes);
  return ok({ name: file.name, sha256, bytes: bytes.length });
}
