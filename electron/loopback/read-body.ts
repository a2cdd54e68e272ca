import type { IncomingMessage } from "node:http";
import { fail, ok, type Result } from "../../src/shared/result.ts";

interface Refusal {
  status: 400 | 413;
  message: string;
}

/** Reads a body of JSON, and stops as soon as it is longer than it may be. */
export async function readBody(request: IncomingMessage, limit: number): Promise<Result<unknown, Refusal>> {
  const tooLong = fail({ status: 413 as const, message: "More was sent than Bidwright takes at once." });
  if (Number(request.headers["content-length"] ?? 0) > limit) return tooLong;
  const pieces: Buffer[] = [];
  let size = 0;
  for await (const piece of request as AsyncIterable<Buffer>) {
    size += piece.length;
    if (size > limit) return tooLong;
    pieces.push(piece);
  }
  try {
    return ok(JSON.parse(new TextDecoder("utf-8", { fatal: true }).decode(Buffer.concat(pieces, size))) as unknown);
  } catch {
    return fail({ status: 400, message: "What was sent is not JSON." });
  }
}
