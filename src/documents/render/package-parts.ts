import { strFromU8, strToU8, unzipSync, zipSync, type Zippable } from "fflate";

/** fflate reads the local clock's fields, so this is the same moment in every time zone: the first a zip can hold. */
const fixedMoment = new Date(1980, 0, 1);

const first = ["[Content_Types].xml", "_rels/.rels"];

/**
 * Rewrites an Office package so that equal content gives equal bytes: parts in one order, all of one moment.
 *
 * @param rewrite the text of each XML part, by its name
 */
export function rewriteParts(bytes: Uint8Array, rewrite: (name: string, xml: string) => string): Uint8Array {
  const parts = unzipSync(bytes);
  const names = Object.keys(parts).filter((name) => !name.endsWith("/") && !first.includes(name));
  const rewritten: Zippable = {};
  for (const name of [...first, ...names.toSorted()]) {
    const part = parts[name];
    if (!part) continue;
    const isXml = name.endsWith(".xml") || name.endsWith(".rels");
    rewritten[name] = [isXml ? changed(part, (xml) => rewrite(name, xml)) : part, { level: 6, mtime: fixedMoment }];
  }
  return zipSync(rewritten);
}

function changed(part: Uint8Array, rewrite: (xml: string) => string): Uint8Array {
  const before = strFromU8(part);
  const after = rewrite(before);
  return after === before ? part : strToU8(after);
}
