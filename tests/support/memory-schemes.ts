import type { OwnSchemes, SchemePackage, SchemeShelf, ShelvedScheme } from "../../src/services/scheme-ports.ts";
import { loadFolder } from "../../src/schemes/load-folder.ts";
import { fail, ok } from "../../src/shared/result.ts";
import { reference, referenceSeries, scheme, schemeFiles, schemeIds, shared } from "./bidwright.ts";

/** A shelf in memory: the project's own schemes, and what a council added beside or over them. */
export interface MemorySchemes {
  schemes: SchemeShelf;
  ownSchemes: OwnSchemes;
  /** Lays a folder with these texts where a token finds it. */
  offer(token: string, folder: string, texts: ReadonlyMap<string, string>): void;
  /** Set to make the next installing and removing fail. */
  fault: string | undefined;
}

type Texts = Map<string, string>;

export function memorySchemes(): MemorySchemes {
  const own = new Map<string, Texts>();
  const kept: { id: string; version: string; texts: Texts }[] = [];
  const offered = new Map<string, SchemePackage>();
  const asText = (files: ReadonlyMap<string, Uint8Array>): Texts =>
    new Map([...files].map(([name, bytes]) => [name, new TextDecoder().decode(bytes)]));
  const council = new Map<string, string>();
  const load = (id: string, texts: ReadonlyMap<string, string>) => {
    const added = [...council].filter(([name]) => name.startsWith(`${id}/`));
    const beside = added.map(([name, text]) => [`council/${name.slice(id.length + 1)}.yaml`, text] as const);
    const loaded = loadFolder(id, new Map([...texts, ...beside]), shared());
    return loaded.ok ? ok(loaded.value.scheme) : loaded;
  };
  const hasAdditions = (id: string) => [...council.keys()].some((name) => name.startsWith(`${id}/`));
  const builtIn = (id: string): ShelvedScheme => {
    return { id, scheme: hasAdditions(id) ? load(id, schemeFiles(id)) : ok(scheme(id)), own: false };
  };
  const keep = (id: string) => {
    const texts = own.get(id);
    const version = /^version: (\S+)/m.exec(texts?.get("scheme.yaml") ?? "")?.[1] ?? "0.0.0";
    if (texts) kept.unshift({ id, version, texts });
  };
  const world: MemorySchemes = {
    fault: undefined,
    offer: (token, folder, texts) => offered.set(token, packageOf(folder, texts)),
    schemes: {
      list: async () => [
        ...schemeIds().flatMap((id) => (own.has(id) ? [] : [builtIn(id)])),
        ...[...own].map(([id, texts]) => ({ id, scheme: load(id, texts), own: true })),
      ],
      find: async (id) => {
        const texts = own.get(id);
        if (texts) return { id, scheme: load(id, texts), own: true };
        return schemeIds().includes(id) ? builtIn(id) : undefined;
      },
      councilText: async (id, part) => council.get(`${id}/${part}`),
      writeCouncilText: async (id, part, text) => {
        council.set(`${id}/${part}`, text);
        return ok(null);
      },
      referenceSeries: async () => referenceSeries(),
      files: async (id) => own.get(id) ?? (schemeIds().includes(id) ? schemeFiles(id) : undefined),
      builtInFiles: async (id) => (schemeIds().includes(id) ? schemeFiles(id) : undefined),
      sharedFigures: async () => shared(),
      discountSeries: async () => reference().discountSeries,
    },
    ownSchemes: {
      read: async (token) => {
        const found = offered.get(token);
        return found ? ok(found) : fail([`${token}: is not there.`]);
      },
      unpack: async (name) => fail([`${name}: no zip is read here.`]),
      install: async (id, files) => {
        if (world.fault !== undefined) return fail(world.fault);
        keep(id);
        own.set(id, asText(files));
        return ok(null);
      },
      remove: async (id) => {
        if (world.fault !== undefined) return fail(world.fault);
        keep(id);
        own.delete(id);
        return ok(null);
      },
      kept: async () => kept.map(({ id, version }) => ({ id, version, keptAt: "2013-06-01T09:30:00.000Z" })),
      readKept: async (id, version) => {
        const found = kept.find((one) => one.id === id && one.version === version);
        return found ? ok(packageOf(id, found.texts)) : fail(["It is not kept."]);
      },
    },
  };
  return world;
}

function packageOf(folder: string, texts: ReadonlyMap<string, string>): SchemePackage {
  const files = new Map([...texts].map(([name, text]) => [name, new TextEncoder().encode(text)]));
  return { name: folder, folder, texts: new Map(texts), files, leftOut: [] };
}
