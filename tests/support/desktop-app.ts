import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { vi } from "vitest";
import { projectRoot } from "./bidwright.ts";
import type * as standIn from "./electron-stand-in.ts";

type StandIn = typeof standIn;

export const ownPage = "app://bidwright/electron.html";

/** The desktop app over a stand-in for its runtime, with folders of its own. */
export interface DesktopApp {
  electron: StandIn;
  folder: string;
  window(): standIn.BrowserWindow;
  /** What was set on the session under that name. */
  setOn(name: string): (...given: unknown[]) => unknown;
  /** Calls the channel as a page would; without a frame, as the window's own. */
  call(name: unknown, body: unknown, frame?: { url: string } | null): Promise<unknown>;
  end(): void;
}

const folders: string[] = [];

/** Starts the app as its runtime would, over a stand-in that has heard nothing yet. */
export async function startDesktop(
  before: (told: StandIn["told"], electron: StandIn) => void = () => undefined,
): Promise<DesktopApp> {
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-desktop-"));
  folders.push(folder);
  vi.stubEnv("BIDWRIGHT_DATA_FOLDER", path.join(folder, "data"));
  vi.stubEnv("BIDWRIGHT_BIDS_FOLDER", path.join(folder, "bids"));
  vi.resetModules();
  const electron = await import("./electron-stand-in.ts");
  electron.told.appPath = projectRoot;
  before(electron.told, electron);
  await import("../../electron/main.ts");
  await new Promise((resolve) => setImmediate(resolve));
  const window = () => {
    const [first] = electron.told.windows;
    if (!first) throw new Error("No window was opened");
    return first;
  };
  return {
    electron,
    folder,
    window,
    setOn: (name) => electron.session.defaultSession.set.get(name) as (...given: unknown[]) => unknown,
    call: async (name, body, frame) => {
      const sender = window().webContents;
      const answer = electron.told.handled.get("bidwright") as (...given: unknown[]) => Promise<string>;
      const senderFrame = frame === undefined ? sender.mainFrame : frame;
      return JSON.parse(await answer({ sender, senderFrame }, name, body)) as unknown;
    },
    end: () => {
      vi.unstubAllEnvs();
      for (const one of folders.splice(0)) rmSync(one, { recursive: true, force: true });
    },
  };
}
