import { access } from "node:fs/promises";
import type { RecentFiles } from "../../src/services/ports.ts";
import type { DiskPlaces } from "./places.ts";
import type { SettingsStore } from "./settings.ts";

const mostKept = 10;

/** Bids opened lately, newest first. One whose file is not there now is kept but not shown. */
export function recentFiles(settings: SettingsStore, places: DiskPlaces): RecentFiles {
  return {
    list: async () => {
      const { recent } = settings.read();
      const there = await Promise.all(recent.map((one) => isThere(one.path)));
      return recent
        .filter((_, index) => there[index])
        .map(({ path, title, openedAt }) => ({ ...places.file(path), title, openedAt }));
    },
    add: async (token, title, openedAt) => {
      const path = places.pathOf(token);
      if (path === undefined) return;
      const others = settings.read().recent.filter((one) => one.path !== path);
      settings.write({ recent: [{ path, title, openedAt }, ...others].slice(0, mostKept) });
    },
  };
}

async function isThere(path: string): Promise<boolean> {
  try {
    await access(path);
    return true;
  } catch {
    return false;
  }
}
