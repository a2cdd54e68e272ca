import { spawn, type ChildProcess } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import type { OpenBid } from "../../src/contract/open-bid.ts";
import type { PlaceView } from "../../src/contract/views.ts";
import type { Result } from "../../src/shared/result.ts";
import { projectRoot } from "../support/bidwright.ts";

const server = path.join(projectRoot, "dist/electron/serve-loopback.cjs");

/**
 * Starts the built app and opens one bid of a folder in it, as its window does: the file with its whole history, the
 * scheme, the journal, the check and the money, up to the reply.
 *
 * @returns milliseconds from the asking to the whole reply
 */
export async function openInNewApp({
  folder,
  data,
  file,
}: Record<"folder" | "data" | "file", string>): Promise<number> {
  const env = { ...process.env, BIDWRIGHT_BIDS_FOLDER: folder, BIDWRIGHT_DATA_FOLDER: data };
  const app = spawn(process.execPath, [server], { env, stdio: ["ignore", "pipe", "inherit"] });
  try {
    const call = await callerOf(app);
    const { bids } = await call<{ bids: PlaceView[] }>("places", {});
    const token = bids.find(({ label }) => label === file)?.token;
    const start = performance.now();
    await call<OpenBid>("openBid", { token });
    return performance.now() - start;
  } finally {
    app.kill();
    await once(app, "exit");
  }
}

async function callerOf(app: ChildProcess) {
  const address = await addressOf(app);
  const { origin } = new URL(address);
  const admitted = await fetch(address, { redirect: "manual" });
  const cookie = admitted.headers.get("set-cookie")?.split(";")[0] ?? "";
  const headers = { "content-type": "application/json", origin, cookie };
  return async <T>(operation: string, input: unknown): Promise<T> => {
    const reply = await fetch(`${origin}/call/${operation}`, { method: "POST", headers, body: JSON.stringify(input) });
    const result = (await reply.json()) as Result<T, { message: string }>;
    if (!result.ok) throw new Error(result.error.message);
    return result.value;
  };
}

async function addressOf(app: ChildProcess): Promise<string> {
  let said = "";
  for await (const text of app.stdout ?? []) {
    said += String(text);
    const address = /http:\/\/\S+/.exec(said)?.[0];
    if (address !== undefined) return address;
  }
  throw new Error(`The app did not start. ${said}`);
}
