import { rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import * as fc from "fast-check";
import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { contract } from "../../../src/contract/contract.ts";
import { ownPage, startDesktop, type DesktopApp } from "../../support/desktop-app.ts";
import { eventually } from "../../support/eventually.ts";

let app: DesktopApp;
beforeEach(async () => {
  app = await startDesktop();
});
afterEach(() => app.end());

describe("the channel (items 17 and 20)", () => {
  test("answers the window's own page", async () => {
    expect(await app.call("listSchemes", "{}")).toMatchObject({ ok: true });
  });

  test.each([
    ["a frame inside the page", { url: ownPage }],
    ["a frame that is gone", null],
  ])("refuses %s", async (_, frame) => {
    expect(await app.call("listSchemes", "{}", frame)).toMatchObject({ ok: false, error: { code: "bad-request" } });
  });

  test("refuses a page from elsewhere", async () => {
    const { mainFrame } = app.window().webContents;
    mainFrame.url = "https://example.org/";
    expect(await app.call("listSchemes", "{}")).toMatchObject({ ok: false });
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
    expect(await app.call(given[0], given[1])).toMatchObject({ ok: false });
  });

  test("answers anything at all without falling over, and a foreign frame with nothing", async () => {
    const name = fc.oneof(fc.constantFrom(...Object.keys(contract)), fc.string());
    const body = fc.oneof(fc.json(), fc.string());
    await fc.assert(
      fc.asyncProperty(name, body, async (operation, input) => {
        expect(await app.call(operation, input)).toHaveProperty("ok");
        expect(await app.call(operation, input, { url: ownPage })).toMatchObject({ ok: false });
      }),
      { numRuns: 1000 },
    );
  });

  test("gives the page one function, which carries JSON both ways", async () => {
    await import("../../../electron/preload.ts");
    expect([...app.electron.told.exposed.keys()]).toEqual(["bidwright"]);
    const api = app.electron.told.exposed.get("bidwright") as { call(name: string, input: unknown): Promise<unknown> };
    expect(Object.keys(api)).toEqual(["call"]);
    app.electron.told.reply = '{"ok":true}';
    expect(await api.call("edit", { a: undefined, b: 1 })).toEqual({ ok: true });
    expect(app.electron.told.invoked).toEqual([["bidwright", "edit", '{"b":1}']]);
  });
});

describe("starting and stopping", () => {
  test.each([
    "--inspect",
    "--inspect-brk=1",
    "--remote-debugging-port=9222",
    "--js-flags=--x",
    "--load-extension=/x",
    "--no-sandbox",
    "--disable-web-security",
  ])("an installed app does not start with %s", async (flag) => {
    const before = process.argv;
    process.argv = [...before, flag];
    try {
      app = await startDesktop((told) => (told.packaged = true));
    } finally {
      process.argv = before;
    }
    expect(app.electron.told.exit).toBe(2);
    expect(app.electron.told.windows).toEqual([]);
  });

  test("a second start brings the first window to the front", async () => {
    app = await startDesktop((told) => (told.firstInstance = false));
    expect(app.electron.told.quits).toBe(1);
    expect(app.electron.told.windows).toEqual([]);
    app = await startDesktop();
    app.electron.app.emit("second-instance");
    expect(app.window().shown).toBe(1);
  });

  test("the menu offers no reload and no developer tools", async () => {
    app = await startDesktop();
    const roles = app.electron.told.menus
      .flat()
      .flatMap((item) => [item.role, ...(item.submenu ?? []).map((one) => one.role)]);
    expect(roles).toContain("paste");
    for (const role of ["reload", "forceReload", "toggleDevTools"]) expect(roles).not.toContain(role);
  });

  test("a bid that cannot be saved keeps the app open unless the officer says otherwise", async () => {
    app = await startDesktop();
    const { value: places } = (await app.call("places", "{}")) as { value: { folder: { token: string } } };
    const wanted = { scheme: "tca-2013-14", strand: "limited-sharing", title: "Ours", folder: places.folder.token };
    const made = (await app.call("newBid", JSON.stringify(wanted))) as { value: { bid: { id: string } } };
    rmSync(path.join(app.folder, "bids"), { recursive: true });
    await app.call("edit", JSON.stringify({ bid: made.value.bid.id, edits: [{ do: "retitle", title: "Ours too" }] }));
    app.electron.app.emit("before-quit", { preventDefault: vi.fn() });
    await eventually(() => expect(app.electron.told.asked).toHaveLength(1));
    expect(app.electron.told.asked[0]?.["message"]).toMatch(/“Ours\.bid” was not saved: .* is not there any more/);
    expect(app.electron.told.asked[0]?.["detail"]).toMatch(/^What you typed is kept on this computer\./);
    await eventually(() => expect(app.window().shown).toBe(1));
    expect(app.electron.told.quits).toBe(0);
    app.electron.told.press = 1;
    app.electron.app.emit("before-quit", { preventDefault: vi.fn() });
    await eventually(() => expect(app.electron.told.quits).toBe(1));
  });

  test("what is kept nowhere keeps the app open, also where somebody else changed the file meanwhile", async () => {
    app = await startDesktop();
    const { value: places } = (await app.call("places", "{}")) as { value: { folder: { token: string } } };
    const wanted = { scheme: "tca-2013-14", strand: "limited-sharing", title: "Ours", folder: places.folder.token };
    const made = (await app.call("newBid", JSON.stringify(wanted))) as { value: { bid: { id: string } } };
    writeFileSync(path.join(app.folder, "data", "journals"), "in the way");
    writeFileSync(path.join(app.folder, "bids", "Ours.bid"), "cut short");
    await app.call("edit", JSON.stringify({ bid: made.value.bid.id, edits: [{ do: "retitle", title: "Ours too" }] }));
    app.electron.app.emit("before-quit", { preventDefault: vi.fn() });
    await eventually(() => expect(app.electron.told.asked).toHaveLength(1));
    expect(app.electron.told.asked[0]).toMatchObject({
      title: "Not safe",
      message: expect.stringMatching(
        /somebody else changed it.+ is not a bid file.+What you type is not safe until the bid is saved/,
      ) as string,
      detail: expect.stringMatching(
        /^What you typed is kept nowhere yet\. Go back, and save it to another folder/,
      ) as string,
      buttons: ["Go back", "Close and lose what I typed"],
      defaultId: 0,
      cancelId: 0,
    });
    expect(app.electron.told.quits).toBe(0);
  });

  test("open bids are saved before the app goes", async () => {
    app = await startDesktop();
    const preventDefault = vi.fn();
    app.electron.app.emit("before-quit", { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
    await eventually(() => expect(app.electron.told.quits).toBe(1));
    app.electron.app.emit("before-quit", { preventDefault });
    expect(preventDefault).toHaveBeenCalledTimes(1);
  });
});
