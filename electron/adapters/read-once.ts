import { readFile } from "node:fs/promises";
import path from "node:path";
import type * as z from "zod";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import { once } from "../../src/shared/once.ts";
import type { ReadyMade } from "./ready-made.ts";

/** A file of the app’s own that is read when it is first asked for, and not again. */
export interface OnceRead<T> {
  /** Empty where there is no file. */
  text(): Promise<string>;
  values(): Promise<T>;
}

interface ReadOptions<T> {
  ready: ReadyMade;
  /** What stands in the place of a file that is not there; without it that is a fault. */
  without?: T;
}

/** A file of one shape; where the build read it, what it read. */
export function readOnce<T>(file: string, schema: z.ZodType<T>, { ready, without }: ReadOptions<T>): OnceRead<T> {
  const name = path.basename(file);
  const read = once(() =>
    readFile(file, "utf8").catch((fault: unknown) => {
      if (without === undefined) throw fault;
      return undefined;
    }),
  );
  const values = once(async () => {
    const text = await read();
    if (text === undefined) return without as T;
    // No scheme is called by a name with a dot in it.
    return ready.read(`shared.${path.parse(file).name}`, [text], async () => {
      const found = readYaml(name, text, schema);
      if (!found.ok) throw new Error(found.error.join(" "));
      return found.value;
    });
  });
  return { text: async () => (await read()) ?? "", values };
}
