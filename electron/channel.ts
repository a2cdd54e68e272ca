import type { Transport } from "../src/contract/define.ts";

/** The one channel between the window and the process behind it. */
export const channel = "bidwright";

const longestCall = 72 * 1024 * 1024;
const refused = { ok: false, error: { code: "bad-request", message: "This call was refused." } };

/** Answers what came over the channel, as JSON text. Whatever came, it never throws. */
export async function answerCall(dispatch: Transport, name: unknown, body: unknown): Promise<string> {
  if (typeof name !== "string" || typeof body !== "string" || body.length > longestCall) return JSON.stringify(refused);
  let input: unknown;
  try {
    input = JSON.parse(body);
  } catch {
    return JSON.stringify(refused);
  }
  return JSON.stringify(await dispatch(name, input));
}
