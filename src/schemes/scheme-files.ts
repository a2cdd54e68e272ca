import type * as z from "zod";
import { fail, ok, type Result } from "../shared/result.ts";
import { issuesInWords, parseYaml, type YamlSource } from "./yaml-file.ts";

/** A scheme folder: the text of each file by its path inside the folder, with forward slashes. */
export type SchemeFiles = ReadonlyMap<string, string>;

/** Reads the parts of a scheme folder, and remembers where everything in them stands. */
export interface PartReader {
  read<T>(name: string, schema: z.ZodType<T>): Result<T, string[]>;
  /** The line and column of a place in a part that was read. */
  placeOf(name: string, path: readonly (string | number)[]): string;
}

export function partReader(files: SchemeFiles): PartReader {
  const sources = new Map<string, YamlSource>();
  return {
    read: (name, schema) => {
      const text = files.get(name);
      if (text === undefined) return fail([`${name}: the file is missing.`]);
      const source = parseYaml(name, text);
      if (!source.ok) return source;
      sources.set(name, source.value);
      const nested = nestedSelection(source.value.value);
      if (nested) return fail([`${source.value.at(nested)}: chooses lines inside lines more than twice over.`]);
      const parsed = schema.safeParse(source.value.value);
      return parsed.success ? ok(parsed.data) : fail(issuesInWords(source.value, parsed.error.issues));
    },
    placeOf: (name, path) => sources.get(name)?.at(path) ?? name,
  };
}

/** A condition on lines may stand in another's `where`, but not deeper: each level multiplies the work of reading it. */
const mostSelections = 2;

function nestedSelection(value: unknown, path: PropertyKey[] = [], within = 0): PropertyKey[] | undefined {
  if (typeof value !== "object" || value === null) return undefined;
  if (within > mostSelections) return path;
  for (const [key, part] of Object.entries(value)) {
    const at = Array.isArray(value) ? Number(key) : key;
    const found = nestedSelection(part, [...path, at], within + (key === "where" ? 1 : 0));
    if (found) return found;
  }
  return undefined;
}
