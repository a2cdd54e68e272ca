import { readFile } from "node:fs/promises";
import path from "node:path";
import type * as z from "zod";
import { readYaml } from "../../src/schemes/yaml-file.ts";
import { once } from "../../src/shared/once.ts";

/** A file of the app’s own that is read when it is first asked for, and not again. */
export interface OnceRead<T> {
  /** Empty where there is no file. */
  text(): Promise<string>;
  values(): Promise<T>;
}

/** @param without what stands in the place of a file that is not there; without it that is a fault */
export function readOnce<T>(file: string, schema: z.ZodType<T>, without?: T): OnceRead<T> {
  const read = once(() =>
    readFile(file, "utf8").catch((fault: unknown) => {
      if (without === undefined) throw fault;
      return undefined;
    }),
  );
  const values = once(async () => {
    const text = await read();
    if (text === undefined) return without as T;
    const found = readYaml(path.basename(file), text, schema);
    if (!found.ok) throw new Error(found.error.join(" "));
    return found.value;
  });
  return { text: async () => (await read()) ?? "", values };
}
