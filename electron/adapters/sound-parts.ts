import { names, readManifest, type ContainerProblem, type Manifest } from "./bid-manifest.ts";
import { sha256 } from "./hash.ts";
import type { FoundPart } from "./zip-salvage.ts";

/** What was found of a damaged bid file. */
export interface Pieces {
  parts: readonly FoundPart[];
  /** Only where it is whole. */
  manifest: Manifest | undefined;
}

export interface FoundManifest {
  sound: boolean;
  manifest?: Manifest;
  problem?: ContainerProblem;
}

/** Every list of parts in the file, the one that names the most of what is there first: a bid can be attached to a bid. */
export function manifestsIn(parts: readonly FoundPart[]): FoundManifest[] {
  const hashes = new Set(parts.map(({ bytes }) => sha256(bytes)));
  const named = ({ manifest }: FoundManifest) => manifest?.parts.filter((one) => hashes.has(one.sha256)).length ?? 0;
  const read = parts
    .filter(({ name }) => name === names.manifest)
    .map(({ bytes, sound }): FoundManifest => {
      const manifest = readManifest(bytes);
      return manifest.ok ? { sound, manifest: manifest.value } : { sound, problem: manifest.error };
    });
  return read.toSorted((a, b) => named(b) - named(a));
}

/** A part counts as sound by the hash in a sound list of parts; where there is no list, by its checksum. */
export function soundPart({ parts, manifest }: Pieces, name: string): Uint8Array | undefined {
  const listed = manifest?.parts.find((one) => one.name === name);
  const called = parts.filter((one) => one.name === name);
  if (manifest) return called.find(({ bytes }) => sha256(bytes) === listed?.sha256)?.bytes;
  return called.find(({ sound }) => sound)?.bytes;
}
