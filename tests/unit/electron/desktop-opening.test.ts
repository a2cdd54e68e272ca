import { writeFileSync } from "node:fs";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { emptyBid } from "../../support/bids.ts";
import { startDesktop, type DesktopApp } from "../../support/desktop-app.ts";
import { packed, stored } from "../../support/stored.ts";

let app: DesktopApp;
const before = process.argv;
afterEach(() => {
  process.argv = before;
  app.end();
});

interface Asked {
  ok: true;
  value: { token: string; label: string; folder: string } | null;
}

const asked = async (wait = false) => (await app.call("askedToOpen", JSON.stringify({ wait }))) as Asked;

/** A bid on the officer's desktop. */
async function putBid(name: string): Promise<string> {
  const file = path.join(app.folder, name);
  writeFileSync(file, await packed(stored(emptyBid({ id: name, title: name }))));
  return file;
}

test("a double click that starts the app opens the bid in it, once", async () => {
  app = await startDesktop();
  const file = await putBid("Our bid.bid");
  process.argv = [before[0] ?? "", "/opt/bidwright", file];
  app = await startDesktop();
  const { value } = await asked(true);
  expect(value).toMatchObject({ label: "Our bid.bid", folder: path.dirname(file) });
  expect(await app.call("openBid", JSON.stringify({ token: value?.token }))).toMatchObject({
    ok: true,
    value: { bid: { title: "Our bid.bid" } },
  });
  expect((await asked()).value).toBeNull();
});

test("a start without a bid opens none", async () => {
  app = await startDesktop();
  expect((await asked()).value).toBeNull();
});

test("a double click while the app runs brings its window to the front and hands the bid to it", async () => {
  app = await startDesktop();
  const file = await putBid("second.bid");
  const waiting = asked(true);
  app.window().minimized = true;
  app.electron.app.emit(
    "second-instance",
    {},
    ["/opt/bidwright", "--original-process-start-time=1", "second.bid"],
    app.folder,
  );
  expect((await waiting).value).toMatchObject({ label: "second.bid", folder: path.dirname(file) });
  expect(app.window()).toMatchObject({ minimized: false, shown: 1, focused: 1 });
  expect(app.electron.told.windows).toHaveLength(1);
});

test("a second start without a bid changes nothing in the window", async () => {
  app = await startDesktop();
  app.electron.app.emit("second-instance", {}, ["/opt/bidwright"], app.folder);
  expect((await asked()).value).toBeNull();
  expect(app.window().shown).toBe(1);
});

test("a Mac says which file it is in its own way, before the app is ready or after", async () => {
  app = await startDesktop((_told, { app: early }) => {
    early.whenReady = async () => {
      early.emit("open-file", { preventDefault: vi.fn() }, "/Users/priya/early.bid");
    };
  });
  expect((await asked()).value?.label).toBe("early.bid");
  const preventDefault = vi.fn();
  app.electron.app.emit("open-file", { preventDefault }, "/Users/priya/late.bid");
  expect(preventDefault).toHaveBeenCalled();
  expect((await asked()).value?.label).toBe("late.bid");
});

test("an app that gives way to the one that runs opens nothing itself", async () => {
  process.argv = [before[0] ?? "", "/opt/bidwright", "ours.bid"];
  app = await startDesktop((told) => (told.firstInstance = false));
  expect(app.electron.told.quits).toBe(1);
  expect(app.electron.told.windows).toEqual([]);
});
