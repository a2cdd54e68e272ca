import { request as httpRequest, type OutgoingHttpHeaders } from "node:http";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { desktopPolicy, loopbackPolicy } from "../../../electron/content-security-policy.ts";
import { serveLoopback, type Loopback } from "../../../electron/loopback.ts";
import { awkwardPaths } from "../../support/awkward-paths.ts";

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-loopback-"));
const pages = path.join(folder, "pages");
const calls: { name: string; input: unknown }[] = [];
let loopback: Loopback;
let origin: string;
let port: number;
let cookie: string;

interface Reply {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  body: string;
}

/** Sends what no browser would: the path as it is, any header, any body. */
function send(
  target: string,
  { method = "GET", headers = {}, body = "" }: { method?: string; headers?: OutgoingHttpHeaders; body?: string } = {},
): Promise<Reply> {
  return new Promise((resolve, reject) => {
    const sent = httpRequest({ host: "127.0.0.1", port, path: target, method, headers, setHost: !("host" in headers) });
    sent.on("response", (response) => {
      let text = "";
      response.on("data", (piece) => (text += String(piece)));
      response.on("end", () => resolve({ status: response.statusCode ?? 0, headers: response.headers, body: text }));
    });
    sent.on("error", reject);
    sent.end(body);
  });
}

const known = (more: OutgoingHttpHeaders = {}) => ({ cookie, ...more });
const call = (target: string, more: OutgoingHttpHeaders = {}, body = "{}") =>
  send(target, { method: "POST", headers: known({ origin, "content-type": "application/json", ...more }), body });

beforeAll(async () => {
  mkdirSync(path.join(pages, "assets"), { recursive: true });
  writeFileSync(path.join(pages, "index.html"), "<!doctype html><title>Ours</title>");
  writeFileSync(path.join(pages, "assets", "app.js"), "// ours");
  writeFileSync(path.join(folder, "secret.js"), "// not ours");
  symlinkSync(path.join(folder, "secret.js"), path.join(pages, "assets", "link.js"));
  loopback = await serveLoopback({
    pages,
    dispatch: async (name, input) => {
      calls.push({ name, input });
      return { ok: true, value: name };
    },
  });
  const address = new URL(loopback.address);
  ({ origin } = address);
  port = Number(address.port);
  const opened = await send(address.pathname);
  expect(opened.status).toBe(303);
  cookie = String(opened.headers["set-cookie"]).split(";")[0] ?? "";
});
afterAll(async () => {
  await loopback.close();
  rmSync(folder, { recursive: true });
});

describe("the policies", () => {
  test("the desktop window may connect to nothing", () => {
    expect(desktopPolicy).toBe(
      "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data: blob:; font-src 'self'; connect-src 'none'; object-src 'none'; frame-src 'none'; base-uri 'none'; form-action 'none'; require-trusted-types-for 'script'",
    );
  });

  test("the page in a browser may connect to the server it came from, and that is all the difference", () => {
    expect(loopbackPolicy).toBe(desktopPolicy.replace("connect-src 'none'", "connect-src 'self'"));
  });
});

describe("the one-time address", () => {
  test("is on 127.0.0.1, names a port that the system chose and holds 256 bits nobody can guess", () => {
    expect(loopback.address).toMatch(/^http:\/\/127\.0\.0\.1:\d+\/open\/[\w-]{43}$/);
  });

  test("gives a cookie that no script can read and no other site can send", async () => {
    const other = await serveLoopback({ pages, dispatch: async () => null });
    const { port: otherPort, pathname } = new URL(other.address);
    const response = await fetch(`http://127.0.0.1:${otherPort}${pathname}`, { redirect: "manual" });
    expect(response.headers.get("set-cookie")).toMatch(
      new RegExp(`^bidwright-${otherPort}=[\\w-]{43}; HttpOnly; SameSite=Strict; Path=/$`),
    );
    await other.close();
  });

  test("is refused the second time, and a wrong one always", async () => {
    const { pathname } = new URL(loopback.address);
    expect((await send(pathname)).status).toBe(403);
    expect((await send(`${pathname}x`)).status).toBe(403);
    expect((await send("/open/")).status).toBe(403);
  });

  test("brings the browser that used it back to the app", async () => {
    const again = await send(new URL(loopback.address).pathname, { headers: known() });
    expect([again.status, again.headers["location"], again.headers["set-cookie"]]).toEqual([303, "/", undefined]);
  });
});

describe("who is answered", () => {
  test("the page and its files, with every guard in the headers", async () => {
    const page = await send("/", { headers: known() });
    expect(page.status).toBe(200);
    expect(page.body).toContain("Ours");
    expect(page.headers).toMatchObject({
      "content-type": "text/html; charset=utf-8",
      "content-security-policy": loopbackPolicy,
      "cache-control": "no-store",
      "x-content-type-options": "nosniff",
      "x-frame-options": "DENY",
      "referrer-policy": "no-referrer",
    });
    expect(page.headers["access-control-allow-origin"]).toBeUndefined();
    expect((await send("/assets/app.js", { headers: known() })).body).toBe("// ours");
  });

  test.each([
    ["no cookie", {}],
    ["a wrong cookie", { cookie: "bidwright=1" }],
  ])("nobody with %s", async (_, headers) => {
    expect((await send("/", { headers })).status).toBe(403);
    expect((await send("/call/edit", { method: "POST", headers: { origin, ...headers } })).status).toBe(403);
  });

  test.each(["localhost", "127.0.0.1", "example.org", "bidwright.example:80", "[::1]", ""])(
    "nobody who calls it %s",
    async (name) => {
      const host = name === "localhost" || name === "example.org" ? `${name}:${port}` : name;
      expect((await send("/", { headers: known({ host }) })).status).toBeGreaterThanOrEqual(400);
      expect((await call("/call/edit", { host })).status).toBeGreaterThanOrEqual(400);
    },
  );

  test.each(["http://example.org", "null", "https://127.0.0.1", "http://localhost"])("no page of %s", async (from) => {
    expect((await send("/", { headers: known({ origin: from }) })).status).toBe(403);
    expect((await call("/call/edit", { origin: from })).status).toBe(403);
  });

  test.each(["cross-site", "same-site"])("no request that the browser calls %s", async (site) => {
    expect((await send("/", { headers: known({ "sec-fetch-site": site }) })).status).toBe(403);
  });

  test("no call without an origin, by another method, or of another type", async () => {
    const before = calls.length;
    const post = { method: "POST", body: "{}" };
    expect((await send("/call/edit", { ...post, headers: known({ "content-type": "application/json" }) })).status).toBe(
      400,
    );
    expect((await call("/call/edit", { "content-type": "text/plain" })).status).toBe(400);
    expect((await send("/call/edit", { headers: known({ origin, "content-type": "application/json" }) })).status).toBe(
      400,
    );
    expect((await call("/call/../edit")).status).toBe(400);
    expect((await call("/call/edit?x=1")).status).toBe(400);
    expect((await send("/", { method: "DELETE", headers: known({ origin }) })).status).toBe(405);
    expect(calls).toHaveLength(before);
  });

  test("a call with everything right", async () => {
    const reply = await call("/call/edit", {}, '{"bid":"b"}');
    expect([reply.status, reply.body]).toEqual([200, '{"ok":true,"value":"edit"}']);
    expect(calls.at(-1)).toEqual({ name: "edit", input: { bid: "b" } });
  });

  test("no body that is not JSON or is too long, whether it says so or not", async () => {
    expect((await call("/call/edit", {}, "{")).status).toBe(400);
    const long = `"${"a".repeat(13 * 1024 * 1024)}"`;
    const refused = await call("/call/edit", {}, long).then(
      ({ status }) => status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(refused);
    const chunked = await call("/call/edit", { "transfer-encoding": "chunked" }, long).then(
      ({ status }) => status,
      () => "cut off",
    );
    expect([413, "cut off"]).toContain(chunked);
    expect((await call("/call/edit", {}, "{}")).status).toBe(200);
  });
});

describe("what is served", () => {
  test.each(awkwardPaths)("nothing at %s", async (target) => {
    const reply = await send(target, { headers: known() });
    expect([400, 404]).toContain(reply.status);
    expect(reply.body).not.toContain("not ours");
  });

  test("sixty awkward paths were tried", () => {
    expect(awkwardPaths.length).toBeGreaterThanOrEqual(60);
  });
});
