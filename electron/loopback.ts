import { randomBytes } from "node:crypto";
import { createServer, type IncomingMessage, type Server, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Transport } from "../src/contract/define.ts";
import { loopbackPolicy } from "./content-security-policy.ts";
import { createDoorkeeper, type Doorkeeper } from "./loopback/doorkeeper.ts";
import { readBody } from "./loopback/read-body.ts";
import { readStaticFile } from "./static-files.ts";

export interface LoopbackOptions {
  /** The built window. */
  pages: string;
  dispatch: Transport;
}

export interface Loopback {
  /** Opens the app once; the browser that used it may go on. */
  address: string;
  close(): Promise<void>;
}

const host = "127.0.0.1";
const megabyte = 1024 * 1024;
/** Attached files come as Base64 inside JSON; everything else is small. */
const bodyLimit = (operation: string) => (operation === "attach" ? 72 * megabyte : 12 * megabyte);

/** Serves the same app to a browser on this computer, and to nothing else. */
export async function serveLoopback(options: LoopbackOptions): Promise<Loopback> {
  const server = createServer({ maxHeaderSize: 16 * 1024, requestTimeout: 60_000, headersTimeout: 10_000 });
  const port = await listen(server);
  const token = randomBytes(32).toString("base64url");
  const doorkeeper = createDoorkeeper({ host: `${host}:${port}`, token });
  server.on("request", (request, response) => {
    answer({ ...options, doorkeeper }, request, response).catch(() => response.destroy());
  });
  return {
    address: `http://${host}:${port}/open/${token}`,
    close: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}

function listen(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen({ host, port: 0, exclusive: true }, () => resolve((server.address() as AddressInfo).port));
  });
}

type House = LoopbackOptions & { doorkeeper: Doorkeeper };

async function answer(house: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const { doorkeeper } = house;
  const path = (request.url ?? "").split("?", 1)[0] ?? "";
  if (!doorkeeper.isOurPage(request)) {
    return refuse(response, 403, "This address is only for the browser on this computer.");
  }
  if (path.startsWith("/open/")) return open(doorkeeper, request, response);
  if (!doorkeeper.isKnown(request)) {
    return refuse(response, 403, "Bidwright does not know this browser. Start it again and use the address it prints.");
  }
  return path.startsWith("/call/") ? call(house, request, response) : page(house.pages, path, { request, response });
}

async function page(
  pages: string,
  path: string,
  { request, response }: { request: IncomingMessage; response: ServerResponse },
): Promise<void> {
  if (request.method !== "GET") return refuse(response, 405, "Not here.");
  const file = await readStaticFile(pages, path === "/" ? "/index.html" : path);
  if (!file) return refuse(response, 404, "There is nothing here.");
  return send(response, 200, { type: file.type, body: file.bytes });
}

/** The token is good once. After that the browser is known by a cookie that no script can read. */
function open(doorkeeper: Doorkeeper, request: IncomingMessage, response: ServerResponse): void {
  if (doorkeeper.isKnown(request) && request.method === "GET") return redirect(response);
  const cookie = request.method === "GET" ? doorkeeper.admit(request.url ?? "") : undefined;
  if (cookie === undefined) {
    return refuse(response, 403, "This address was used already, or is wrong. Start Bidwright again for a new one.");
  }
  response.setHeader("set-cookie", cookie);
  return redirect(response);
}

function redirect(response: ServerResponse): void {
  response.setHeader("location", "/");
  send(response, 303, { type: "text/plain; charset=utf-8", body: "" });
}

async function call({ dispatch }: House, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const operation = /^\/call\/([A-Za-z]{1,40})$/.exec(request.url ?? "")?.[1];
  const json = request.headers["content-type"]?.split(";", 1)[0]?.trim() === "application/json";
  if (operation === undefined || request.method !== "POST" || !json || request.headers.origin === undefined) {
    return refuse(response, 400, "This is no call that Bidwright knows.");
  }
  const body = await readBody(request, bodyLimit(operation));
  if (!body.ok) return refuse(response, body.error.status, body.error.message);
  const reply = await dispatch(operation, body.value);
  return send(response, 200, { type: "application/json; charset=utf-8", body: JSON.stringify(reply) });
}

function refuse(response: ServerResponse, status: number, message: string): void {
  if (status === 413) response.setHeader("connection", "close");
  send(response, status, { type: "text/plain; charset=utf-8", body: `${message}\n` });
}

function send(
  response: ServerResponse,
  status: number,
  { type, body }: { type: string; body: string | Uint8Array },
): void {
  response.writeHead(status, {
    "content-type": type,
    "content-security-policy": loopbackPolicy,
    "cache-control": "no-store",
    "x-content-type-options": "nosniff",
    "x-frame-options": "DENY",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
    "cross-origin-resource-policy": "same-origin",
    "permissions-policy": "camera=(), microphone=(), geolocation=(), usb=(), serial=(), payment=()",
  });
  response.end(body);
}
