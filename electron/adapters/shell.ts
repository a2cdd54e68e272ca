import { spawn } from "node:child_process";
import type { Ports } from "../../src/services/ports.ts";
import type { DiskPlaces } from "./places.ts";

/** Opens a folder by its path; false where nothing could be started. */
export type OpenPath = (folder: string) => Promise<boolean>;

/** Shows folders that a token stands for, and no other. */
export function shellOf(places: DiskPlaces, openPath: OpenPath): Ports["shell"] {
  return {
    openFolder: async (token) => {
      const folder = places.pathOf(token);
      return folder === undefined ? false : openPath(folder);
    },
  };
}

const openers: Partial<Record<NodeJS.Platform, string>> = {
  linux: "xdg-open",
  darwin: "open",
  win32: "explorer.exe",
};

/** The system's own opener, for the app in a browser. It needs a display. */
export const openWithSystem: OpenPath = (folder) => {
  const opener = openers[process.platform];
  const display = process.platform !== "linux" || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!opener || !display) return Promise.resolve(false);
  return new Promise((resolve) => {
    const child = spawn(opener, [folder], { stdio: "ignore", detached: true });
    child.on("error", () => resolve(false));
    child.on("spawn", () => {
      child.unref();
      resolve(true);
    });
  });
};
