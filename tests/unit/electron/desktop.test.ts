import { mkdirSync, writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { desktopPolicy } from "../../../electron/content-security-policy.ts";
import { awkwardPaths } from "../../support/awkward-paths.ts";
import { ownPage, startDesktop, type DesktopApp } from "../../support/desktop-app.ts";
import { eventually } from "../../support/eventually.ts";

let app: DesktopApp;
beforeEach(async () => {
  app = await startDesktop();
});
afterEach(() => app.end());

describe("the desktop window", () => {
  test("shows only the app's own page, over its own scheme (items 1 and 18)", () => {
    expect(app.window().url).toBe(ownPage);
    expect(app.electron.told.privileged).toEqual([
      { scheme: "app", privileges: { standard: true, secure: true, supportFetchAPI: true } },
    ]);
  });

  test("has no Node, is isolated and sandboxed, and keeps every guard of the web (items 2, 3, 4, 6, 8, 9, 10)", () => {
    const { webPreferences } = app.window().options;
    expect(app.electron.told.sandboxed).toBe(true);
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
    expect(app.window().shown).toBe(0);
    app.window().emit("ready-to-show");
    expect(app.window().shown).toBe(1);
  });

  test.each(["media", "geolocation", "notifications", "clipboard-read", "openExternal", "fileSystem", "hid", "usb"])(
    "is refused the permission %s (item 5)",
    (permission) => {
      const granted: boolean[] = [];
      app.setOn("permission request")({}, permission, (yes: boolean) => granted.push(yes));
      expect(granted).toEqual([false]);
      expect(app.setOn("permission check")({}, permission)).toBe(false);
      expect(app.setOn("device permission")({ deviceType: permission })).toBe(false);
    },
  );

  test("can capture no screen and download nothing, dictionaries included", () => {
    const given: unknown[] = [];
    app.setOn("display media")({}, (streams: unknown) => given.push(streams));
    expect(given).toEqual([null]);
    expect(app.electron.session.defaultSession.set.get("spell checker")).toBe(false);
    expect(app.electron.session.defaultSession.set.get("dictionaries")).toMatch(/^app:\/\/bidwright\//);
    const prevented = vi.fn();
    app.electron.session.defaultSession.emit("will-download", { preventDefault: prevented });
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
    app.setOn("request")({ url }, decide);
    expect(decide).toHaveBeenCalledWith({ cancel });
  });
});

describe("the app's own scheme (item 18)", () => {
  const ask = (url: string, method = "GET") => app.setOn("protocol app")({ url, method }) as Promise<Response>;

  test("serves the built window with the strict policy", async () => {
    mkdirSync(path.join(app.folder, "dist/renderer"), { recursive: true });
    writeFileSync(path.join(app.folder, "dist/renderer/electron.html"), "ours");
    const { folder } = app;
    app = await startDesktop((told) => (told.appPath = folder));
    const page = await ask(`${ownPage}#/bid`);
    expect([page.status, await page.text()]).toEqual([200, "ours"]);
    expect(page.headers.get("content-security-policy")).toBe(desktopPolicy);
    expect(page.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await ask(ownPage, "POST")).status).toBe(404);
    expect((await ask("app://other/electron.html")).status).toBe(404);
  });

  test.each(awkwardPaths)("serves nothing at %s", async (target) => {
    expect((await ask(`app://bidwright${target}`)).status).toBe(404);
  });
});

describe("leaving the page (items 11 to 15)", () => {
  test("nothing navigates, redirects, frames or attaches", () => {
    const contents = app.window().webContents;
    for (const name of ["will-navigate", "will-redirect", "will-frame-navigate", "will-attach-webview"]) {
      const preventDefault = vi.fn();
      contents.emit(name, { preventDefault, url: "https://example.org/", isMainFrame: false });
      expect(preventDefault, name).toHaveBeenCalled();
    }
  });

  test("no page opens a window", () => {
    expect(app.window().webContents.openHandler?.({ url: "https://example.org/" })).toEqual({ action: "deny" });
    expect(app.window().webContents.openHandler?.({ url: ownPage })).toEqual({ action: "deny" });
    expect(app.electron.told.windows).toHaveLength(1);
  });

  test("a link out is opened only after the officer saw the whole address and said yes", async () => {
    app.window().webContents.openHandler?.({ url: "https://example.org/a?b=c" });
    await Promise.resolve();
    expect(app.electron.told.asked).toMatchObject([{ detail: "https://example.org/a?b=c", defaultId: 0, cancelId: 0 }]);
    expect(app.electron.told.opened).toEqual([]);
    app.electron.told.press = 1;
    app.window().webContents.openHandler?.({ url: "mailto:bids@example.org" });
    await eventually(() => expect(app.electron.told.opened).toEqual(["mailto:bids@example.org"]));
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
    app.electron.told.press = 1;
    app.window().webContents.openHandler?.({ url });
    await new Promise((resolve) => setImmediate(resolve));
    expect(app.electron.told.asked).toEqual([]);
    expect(app.electron.told.opened).toEqual([]);
  });
});
