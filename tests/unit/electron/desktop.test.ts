import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { desktopPolicy } from "../../../electron/content-security-policy.ts";
import { awkwardPaths } from "../../support/awkward-paths.ts";
import { projectRoot } from "../../support/bidwright.ts";

type StandIn = typeof import("../../support/electron-stand-in.ts");

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-desktop-"));
let electron: StandIn;

/** Starts the desktop app over a fresh stand-in. */
async function start(before: (told: StandIn["told"]) => void = () => undefined): Promise<void> {
  vi.resetModules();
  electron = await import("../../support/electron-stand-in.ts");
  electron.told.appPath = projectRoot;
  before(electron.told);
  await import("../../../electron/main.ts");
  await new Promise((resolve) => setImmediate(resolve));
}

beforeEach(() => {
  vi.stubEnv("BIDWRIGHT_DATA_FOLDER", path.join(folder, "data"));
  vi.stubEnv("BIDWRIGHT_BIDS_FOLDER", path.join(folder, "bids"));
});
afterEach(() => {
  vi.unstubAllEnvs();
  rmSync(folder, { recursive: true, force: true });
});

const ownPage = "app://bidwright/electron.html";

function theWindow() {
  const [window] = electron.told.windows;
  if (!window) throw new Error("No window was opened");
  return window;
}

/** Calls the channel as a page would. */
async function call(frame: { url: string } | null, ...given: unknown[]): Promise<unknown> {
  const sender = theWindow().webContents;
  const answer = electron.told.handled.get("bidwright") as (event: unknown, ...given: unknown[]) => Promise<string>;
  return JSON.parse(await answer({ sender, senderFrame: frame }, ...given)) as unknown;
}

const setOn = (name: string) => electron.session.defaultSession.set.get(name) as (...given: unknown[]) => unknown;

describe("the desktop window", () => {
  beforeEach(() => start());

  test("shows only the app's own page, over its own scheme (items 1 and 18)", () => {
    expect(theWindow().url).toBe(ownPage);
    expect(electron.told.privileged).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test("has no Node, is isolated and sandboxed, and keeps every guard of the web (items 2, 3, 4, 6, 8, 9, 10)", () => {
    const { webPreferences } = theWindow().options;
    expect(electron.told.sandboxed).toBe(true);
    expect(webPreferences).toEqual({
      preload: expect.stringMatching(/preload\.cjs$/) as string,
      sandbox: true,
      contextIsolation: true,
      nodeIntegration: false,
      nodeIntegrationInWorker: false,
      nodeIntegrationInSubFrames: false,
      webSecurity: true,
      allowRunningInsecureContent: false,
      experimentalFeatures: false,
      webviewTag: false,
      navigateOnDragDrop: false,
      spellcheck: false,
      safeDialogs: true,
      devTools: false,
    });
  });

  test("is shown when there is something to see", () => {
    expect(theWindow().shown).toBe(0);
    theWindow().emit("ready-to-show");
    expect(theWindow().shown).toBe(1);
  });

  test.each(["media", "geolocation", "notifications", "clipboard-read", "openExternal", "fileSystem", "hid", "usb"])(
    "is refused the permission %s (item 5)",
    (permission) => {
      const granted: boolean[] = [];
      setOn("permission request")({}, permission, (yes: boolean) => granted.push(yes));
      expect(granted).toEqual([false]);
      expect(setOn("permission check")({}, permission)).toBe(false);
      expect(setOn("device permission")({ deviceType: permission })).toBe(false);
    },
  );

  test("can capture no screen and download nothing, dictionaries included", () => {
    const given: unknown[] = [];
    setOn("display media")({}, (streams: unknown) => given.push(streams));
    expect(given).toEqual([null]);
    expect(electron.session.defaultSession.set.get("spell checker")).toBe(false);
    expect(electron.session.defaultSession.set.get("dictionaries")).toMatch(/^app:\/\/bidwright\//);
    const prevented = vi.fn();
    electron.session.defaultSession.emit("will-download", { preventDefault: prevented });
    expect(prevented).toHaveBeenCalled();
  });

  test.each([
    ["app://bidwright/assets/x.js", false],
    ["data:image/png;base64,AAAA", false],
    ["blob:app://bidwright/1", false],
    ["https://example.org/", true],
    ["http://127.0.0.1/", true],
    ["file:///etc/passwd", true],
    ["ws://example.org", true],
    ["app://other/", true],
    ["app://bidwright.example/", true],
    ["app://user@bidwright/", true],
    ["blob:https://example.org/1", true],
    ["devtools://devtools/", true],
    ["chrome-extension://x/", true],
    ["\\\\server\\share", true],
  ])("asks for %s: cancelled %s", (url, cancel) => {
    const decide = vi.fn();
    setOn("request")({ url }, decide);
    expect(decide).toHaveBeenCalledWith({ cancel });
  });
});

describe("the app's own scheme (item 18)", () => {
  beforeEach(() => start());
  const ask = (url: string, method = "GET") => setOn("protocol app")({ url, method }) as Promise<Response>;

  test("serves the built window with the strict policy", async () => {
    const pages = mkdtempSync(path.join(tmpdir(), "bidwright-app-"));
    mkdirSync(path.join(pages, "dist/renderer"), { recursive: true });
    writeFileSync(path.join(pages, "dist/renderer/electron.html"), "ours");
    await start((told) => (told.appPath = pages));
    const page = await ask(`${ownPage}#/bid`);
    expect([page.status, await page.text()]).toEqual([200, "ours"]);
    expect(page.headers.get("content-security-policy")).toBe(desktopPolicy);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await ask(ownPage, "POST")).status).toBe(404);
    expect((await ask("app://other/electron.html")).status).toBe(404);
    rmSync(pages, { recursive: true });
  });

  test.each(awkwardPaths)("serves nothing at %s", async (target) => {
    expect((await ask(`app://bidwright${target}`)).status).toBe(404);
  });
});

describe("leaving the page (items 11 to 15)", () => {
  beforeEach(() => start());

  test("nothing navigates, redirects, frames or attaches", () => {
    const contents = theWindow().webContents;
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate", "will-attach-webview"]) {
      const preventDefault = vi.fn();
      contents.emit(name, { preventDefault, url: "https://example.org/", isMainFrame: false });
      expect(preventDefault, name).toHaveBeenCalled();
    }
  });

  test("no page opens a window", () => {
    expect(theWindow().webContents.openHandler?.({ url: "https://example.org/" })).toEqual({ action: "deny" });
    expect(theWindow().webContents.openHandler?.({ url: ownPage })).toEqual({ action: "deny" });
    expect(electron.told.windows).toHaveLength(1);
  });

  test("a link out is opened only after the officer saw the whole address and said yes", async () => {
    theWindow().webContents.openHandler?.({ url: "https://example.org/a?b=c" });
    await Promise.resolve();
    expect(electron.told.asked).toMatchObject([{ detail: "https://example.org/a?b=c", defaultId: 0, cancelId: 0 }]);
    expect(electron.told.opened).toEqual([]);
    electron.told.press = 1;
    theWindow().webContents.openHandler?.({ url: "mailto:bids@example.org" });
    await vi.waitFor(() => expect(electron.told.opened).toEqual(["mailto:bids@example.org"]));
  });

  test.each([
    "http://example.org/",
    "file:///etc/passwd",
    "smb://server/share",
    "\\\\server\\share",
    "javascript:alert(1)",
    "data:text/html,x",
    "search-ms:query=x",
    "ms-msdt:/id",
    "ms-officecmd:x",
    "ldap://x",
    "vbscript:x",
    "tel:999",
    "ftp://example.org",
    "chrome://settings",
    "app://bidwright/electron.html",
    "not an address",
  ])("%s never reaches the system", async (url) => {
    electron.told.press = 1;
    theWindow().webContents.openHandler?.({ url });
    await new Promise((resolve) => setImmediate(resolve));
    expect(electron.told.asked).toEqual([]);
    expect(electron.told.opened).toEqual([]);
  });
});

describe("the channel (items 17 and 20)", () => {
  beforeEach(() => start());

  test("answers the window's own page", async () => {
    expect(await call(theWindow().webContents.mainFrame, "listSchemes", "{}")).toMatchObject({ ok: true });
  });

  test.each([
    ["a frame inside the page", { url: ownPage }],
    ["a frame that is gone", null],
  ])("refuses %s", async (_, frame) => {
    expect(await call(frame, "listSchemes", "{}")).toMatchObject({ ok: false, error: { code: "bad-request" } });
  });

  test("refuses a page from elsewhere", async () => {
    const { mainFrame } = theWindow().webContents;
    mainFrame.url = "https://example.org/";
    expect(await call(mainFrame, "listSchemes", "{}")).toMatchObject({ ok: false });
  });

  test.each([
    ["an operation there is not", ["constructor", "{}"]],
    ["a name that is no text", [7, "{}"]],
    ["a body that is no text", ["listSchemes", { a: 1 }]],
    ["input that does not fit", ["openBid", '{"token":"/etc/passwd","extra":1}']],
    ["a path in place of a token", ["openBid", '{"token":"/etc/passwd"}']],
    ["no body at all", ["listSchemes"]],
    ["text that is no JSON", ["listSchemes", "{"]],
  ])("refuses %s", async (_, given) => {
    expect(await call(theWindow().webContents.mainFrame, ...given)).toMatchObject({ ok: false });
  });

  test("gives the page one function, which carries JSON both ways", async () => {
    await import("../../../electron/preload.ts");
    expect([...electron.told.exposed.keys()]).toEqual(["bidwright"]);
    const api = electron.told.exposed.get("bidwright") as { call(name: string, input: unknown): Promise<unknown> };
    expect(Object.keys(api)).toEqual(["call"]);
    electron.told.reply = '{"ok":true}';
    expect(await api.call("edit", { a: undefined, b: 1 })).toEqual({ ok: true });
    expect(electron.told.invoked).toEqual([["bidwright", "edit", '{"b":1}']]);
  });
});

describe("starting and stopping", () => {
  test.each(["--inspect", "--inspect-brk=1", "--remote-debugging-port=9222", "--js-flags=--x", "--load-extension=/x", "--no-sandbox", "--disable-web-security"])(
    "an installed app does not start with %s",
    async (flag) => {
      const before = process.argv;
      process.argv = [...before, flag];
      try {
        await start((told) => (told.packaged = true));
      } finally {
        process.argv = before;
      }
      expect(electron.told.exit).toBe(2);
      expect(electron.told.windows).toEqual([]);
    },
  );

  test("a second start brings the first window to the front", async () => {
    await start((told) => (told.firstInstance = false));
    expect(electron.told.quits).toBe(1);
    expect(electron.told.windows).toEqual([]);
    await start();
    electron.app.emit("second-instance");
    expect(theWindow().shown).toBe(1);
  });

  test("the menu offers no reload and no developer tools", async () => {
    await start();
    const roles = electron.told.menus.flat().flatMap((item) => [item.role, ...(item.submenu ?? []).map((one) => one.role)]);
    expect(roles).toContain("paste");
    for (const role of ["reload", "forceReload", "toggleDevTools"]) expect(roles).not.toContain(role);
  });

  test("a bid that cannot be saved keeps the app open unless the officer says otherwise", async () => {
    await start();
    const { mainFrame } = theWindow().webContents;
    const { value: places } = (await call(mainFrame, "places", "{}")) as { value: { folder: { token: string } } };
    const wanted = { scheme: "tca-2013-14", strand: "limited-sharing", title: "Ours", folder: places.folder.token };
    expect(await call(mainFrame, "newBid", JSON.stringify(wanted))).toMatchObject({ ok: true });
    rmSync(path.join(folder, "bids"), { recursive: true });
    electron.app.emit("before-quit", { preventDefault: vi.fn() });
    await vi.waitFor(() => expect(electron.told.asked).toHaveLength(1));
    expect(electron.told.asked[0]?.["message"]).toMatch(/“Ours\.bid” was not saved: .* is not there any more/);
    await vi.waitFor(() => expect(theWindow().shown).toBe(1));
    expect(electron.told.quits).toBe(0);
    electron.told.press = 1;
    electron.app.emit("before-quit", { preventDefault: vi.fn() });
    await vi.waitFor(() => expect(electron.told.quits).toBe(1));
  });

  test("open bids are saved before the app goes", async () => {
    await start();
    const preventDefault = vi.fn();
    electron.app.emit("before-quit", { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    await vi.waitFor(() => expect(electron.told.quits).toBe(1));
    electron.app.emit("before-quit", { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
  });
});
