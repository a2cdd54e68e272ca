import { readFileSync, writeFileSync } from "node:fs";
import { strFromU8, strToU8, unzipSync, zipSync } from "fflate";
import { sha256 } from "../../electron/adapters/hash.ts";

/** Spoils the beginning of one part of a file, and nothing else. */
export function spoil(file: string, part: string): void {
  const bytes = readFileSync(file);
  const start = bytes.indexOf(part, bytes.indexOf("manifest.json") + 200) + part.length;
  bytes.fill(0, start, start + 40);
  writeFileSync(file, bytes);
}

/** Changes the award in a file as a program that is not ours could, with every checksum put right. */
export function editOutside(file: string, pounds: number): void {
  const parts = unzipSync(readFileSync(file));
  const manifest = JSON.parse(strFromU8(parts["manifest.json"] ?? new Uint8Array())) as {
    parts: { name: string; sha256: string; bytes: number }[];
  };
  const bid = JSON.parse(strFromU8(parts["bid.json"] ?? new Uint8Array())) as { answers: Record<string, unknown> };
  bid.answers["award-requested"] = pounds * 100;
  const edited = strToU8(JSON.stringify(bid, undefined, 2));
  const list = manifest.parts.map((part) =>
    part.name === "bid.json" ? { ...part, sha256: sha256(edited), bytes: edited.length } : part,
  );
  const first = { "manifest.json": strToU8(JSON.stringify({ ...manifest, parts: list })) };
  writeFileSync(file, zipSync({ ...first, ...parts, ...first, "bid.json": edited }));
}
