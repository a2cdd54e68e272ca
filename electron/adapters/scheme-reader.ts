import { councilFiles, withCouncil } from "../../src/schemes/council-additions.ts";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import { partReader, type SchemeFiles } from "../../src/schemes/scheme-files.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import type { SharedFigures } from "../../src/schemes/shared-figures.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import type { OnceRead } from "./read-once.ts";
import type { ReadyMade } from "./ready-made.ts";

type Read = (id: string, texts: SchemeFiles) => Promise<Result<Scheme, string[]>>;

/** Makes schemes of the texts of their folders: a council's own anew each time, one of the app's as the build read it. */
export function schemeReader(shared: OnceRead<SharedFigures>, ready: ReadyMade): Record<"own" | "builtIn", Read> {
  const own: Read = async (id, texts) => {
    const loaded = loadFolder(id, texts, await shared.values());
    return loaded.ok ? ok(loaded.value.scheme) : loaded;
  };
  const builtIn: Read = async (id, texts) => {
    const alone = new Map([...texts].filter(([name]) => !additions.includes(name)));
    const madeOf = [...alone].toSorted(([a], [b]) => (a < b ? -1 : 1)).flat();
    const read = await ready.read(id, [...madeOf, await shared.text()], () => own(id, alone));
    return read.ok ? ok(withCouncil(read.value, texts, partReader(texts))) : read;
  };
  return { own, builtIn };
}

const additions: readonly string[] = Object.values(councilFiles);
