import { mkdirSync, renameSync } from "node:fs";
import path from "node:path";
import Store from "electron-store";
import * as z from "zod";

const recentFile = z.object({ path: z.string(), title: z.string(), openedAt: z.string() });
const shape = z.object({ recent: z.array(recentFile).default([]) });
type Settings = z.infer<typeof shape>;

/** A few kilobytes of convenience. Nothing an officer typed is ever kept here: the package can lose it on a full disk. */
export interface SettingsStore {
  read(): Settings;
  write(settings: Settings): void;
}

/** The settings, opened when first asked for. Damaged ones are put aside and never keep the app from starting. */
export function settingsIn(folder: string): SettingsStore {
  let opened: Store<Record<string, unknown>> | undefined;
  const store = () => (opened ??= openStore(folder));
  return {
    read: () => {
      const parsed = shape.safeParse(store().store);
      return parsed.success ? parsed.data : shape.parse({});
    },
    write: (settings) => {
      store().store = settings;
    },
  };
}

const name = "settings";

/** The package throws while it is being made when its file is cut short or empty. */
function openStore(cwd: string): Store<Record<string, unknown>> {
  mkdirSync(cwd, { recursive: true });
  try {
    return new Store({ cwd, name });
  } catch {
    const aside = `${name} (damaged ${new Date().toISOString().replaceAll(":", "")}).json`;
    renameSync(path.join(cwd, `${name}.json`), path.join(cwd, aside));
    return new Store({ cwd, name });
  }
}
