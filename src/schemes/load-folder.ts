import { fail, type Result } from "../shared/result.ts";
import { loadWithPlaces, type LoadedScheme } from "./load-scheme.ts";
import type { SchemeFiles } from "./scheme-files.ts";
import type { SharedFigures } from "./shared-figures.ts";

/**
 * Loads a scheme from a folder that has a name. Bids find their scheme by its id, and the app finds its folder by its
 * name, so the two have to be the same.
 */
export function loadFolder(
  folder: string | undefined,
  files: SchemeFiles,
  shared: SharedFigures,
): Result<LoadedScheme, string[]> {
  const loaded = loadWithPlaces(files, shared);
  if (!loaded.ok || folder === undefined) return loaded;
  const { scheme, placeOf } = loaded.value;
  if (scheme.id === folder) return loaded;
  const message = `its id is “${scheme.id}”, but its folder is called “${folder}”. Give both the same name.`;
  return fail([`${placeOf("scheme.yaml", ["id"])}: ${message}`]);
}
