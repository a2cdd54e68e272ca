import { file, type AttachedFile } from "../fields/kinds/file.ts";
import type { Bid } from "./bid-schema.ts";

/** The files of a bid by the SHA-256 of their bytes, in hexadecimal. */
type Attachments = ReadonlyMap<string, Uint8Array>;

/** The files that answers name, wherever in an answer they stand, so that no scheme has to be at hand. */
export function filesNamedIn(answers: unknown): AttachedFile[] {
  if (typeof answers !== "object" || answers === null) return [];
  const parsed = file.shape.safeParse(answers);
  return parsed.success ? [parsed.data] : Object.values(answers).flatMap(filesNamedIn);
}

/** Of some attachments those that answers name. */
export function attachmentsNamedIn(answers: unknown, attachments: Attachments): Map<string, Uint8Array> {
  const named = new Set(filesNamedIn(answers).map(({ sha256 }) => sha256));
  return new Map([...attachments].filter(([hash]) => named.has(hash)));
}

/** Files that the answers of a bid name and it does not hold. */
export function missingFiles({ bid, attachments }: { bid: Bid; attachments: Attachments }): AttachedFile[] {
  return filesNamedIn(bid.answers).filter(({ sha256 }) => !attachments.has(sha256));
}
