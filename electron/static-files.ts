import { realpath, readFile } from "node:fs/promises";
import path from "node:path";

/** The only types there are in the built window. A file of any other type is not served. */
const types: Readonly<Record<string, string>> = {
  ".html": "text/html; charset=utf-8",
  ".js": "text/javascript; charset=utf-8",
  ".css": "text/css; charset=utf-8",
  ".svg": "image/svg+xml",
  ".png": "image/png",
  ".ico": "image/x-icon",
  ".woff2": "font/woff2",
};

/** Every name in the build is made of these; anything else, encoded or not, is no file of ours. */
const plainPath = /^(?:\/[A-Za-z0-9_-][A-Za-z0-9._-]*)+$/;
const longestPath = 200;

export interface StaticFile {
  bytes: Uint8Array<ArrayBuffer>;
  type: string;
}

/**
 * A file of the built window by the path of its address. Contained by the resolved path, links followed first.
 *
 * @param pathname as written in the address, not decoded
 */
export async function readStaticFile(folder: string, pathname: string): Promise<StaticFile | undefined> {
  if (pathname.length > longestPath || !plainPath.test(pathname)) return undefined;
  const type = types[path.extname(pathname)];
  if (!type) return undefined;
  try {
    const home = await realpath(folder);
    const file = await realpath(path.join(home, pathname));
    if (!file.startsWith(home + path.sep)) return undefined;
    return { bytes: new Uint8Array(await readFile(file)), type };
  } catch {
    return undefined;
  }
}
