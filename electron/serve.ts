import { protocol, session as sessions, type Session } from "electron";
import { desktopPolicy } from "./content-security-policy.ts";
import { readStaticFile } from "./static-files.ts";

const scheme = "app";
const host = "bidwright";

/** Where the app's own pages live. */
const ownOrigin = `${scheme}://${host}`;
export const firstPage = `${ownOrigin}/electron.html`;

/** Has to run before the app is ready. Nothing here weakens the policy: no bypass, no service workers. */
export function declareScheme(): void {
  protocol.registerSchemesAsPrivileged([
    { scheme, privileges: { standard: true, secure: true, supportFetchAPI: true } },
  ]);
}

/** Whether an address is one of the app's own pages; `app://bidwright.example` is not. */
export function isOwnAddress(address: string): boolean {
  if (!URL.canParse(address)) return false;
  const { protocol, host: at, username, password } = new URL(address);
  return protocol === `${scheme}:` && at === host && username === "" && password === "";
}

/** Serves the built window, and refuses everything else: other hosts, other schemes, every permission, every download. */
export function serveOnly(pages: string, session: Session = sessions.defaultSession): void {
  session.protocol.handle(scheme, (request) => answer(pages, request));
  session.webRequest.onBeforeRequest((request, decide) => decide({ cancel: !isAllowed(request.url) }));
  session.setPermissionRequestHandler((_contents, _permission, decide) => decide(false));
  session.setPermissionCheckHandler(() => false);
  session.setDevicePermissionHandler(() => false);
  session.setDisplayMediaRequestHandler((_request, decide) => decide(null));
  session.on("will-download", (event) => event.preventDefault());
  session.setSpellCheckerEnabled(false);
  session.setSpellCheckerDictionaryDownloadURL(`${ownOrigin}/dictionaries/`);
}

/** Pictures that the page itself holds come as `data:` and `blob:`; the policy says where they may stand. */
function isAllowed(address: string): boolean {
  return isOwnAddress(address) || address.startsWith("data:") || address.startsWith(`blob:${ownOrigin}/`);
}

async function answer(pages: string, request: Request): Promise<Response> {
  const file = isOwnAddress(request.url) && request.method === "GET" ? await ownFile(pages, request.url) : undefined;
  const headers = {
    "content-type": file?.type ?? "text/plain; charset=utf-8",
    "content-security-policy": desktopPolicy,
    "x-content-type-options": "nosniff",
    "cache-control": "no-store",
    "referrer-policy": "no-referrer",
    "cross-origin-opener-policy": "same-origin",
  };
  return new Response(file?.bytes ?? "There is nothing here.", { status: file ? 200 : 404, headers });
}

/** The path as it stands in the address: what a parser makes of `..` or `%2e` is never looked at. */
function ownFile(pages: string, address: string) {
  const path = address.slice(ownOrigin.length).split(/[?#]/, 1)[0] ?? "";
  return readStaticFile(pages, path);
}
