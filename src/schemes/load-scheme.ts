import type * as z from "zod";
import { fail, ok, type Result } from "../shared/result.ts";
import { checkScheme } from "./check-scheme.ts";
import { appraisalSettings } from "./appraisal-settings.ts";
import { packSettings } from "./pack-settings.ts";
import { ruleFile, schemeIdentity, section, type Scheme, type Section } from "./scheme-schema.ts";
import { readYaml } from "./yaml-file.ts";

/** A scheme folder: the text of each file by its path inside the folder, with forward slashes. */
export type SchemeFiles = ReadonlyMap<string, string>;

/**
 * Reads a scheme folder, checks that everything it refers to is there, and runs the worked examples of its rules.
 * A scheme with any fault does not load.
 *
 * @returns the scheme, or plain sentences naming file, line and column
 */
export function loadScheme(files: SchemeFiles): Result<Scheme, string[]> {
  const identity = readPart(files, "scheme.yaml", schemeIdentity);
  const rules = readPart(files, "rules.yaml", ruleFile);
  const appraisal = readPart(files, "appraisal.yaml", appraisalSettings);
  const pack = readPart(files, "pack.yaml", packSettings);
  const sections = identity.ok ? readSections(files, identity.value.sections) : ok([]);
  if (!identity.ok || !rules.ok || !appraisal.ok || !pack.ok || !sections.ok) {
    return fail([identity, rules, appraisal, pack, sections].flatMap((part) => (part.ok ? [] : part.error)));
  }
  const scheme: Scheme = {
    ...identity.value,
    sections: sections.value,
    rules: rules.value.rules,
    appraisal: appraisal.value,
    pack: pack.value,
  };
  const faults = checkScheme(scheme);
  return faults.length === 0 ? ok(scheme) : fail(faults);
}

function readPart<T>(files: SchemeFiles, name: string, schema: z.ZodType<T>): Result<T, string[]> {
  const text = files.get(name);
  return text === undefined ? fail([`${name}: the file is missing.`]) : readYaml(name, text, schema);
}

function readSections(files: SchemeFiles, ids: readonly string[]): Result<Section[], string[]> {
  const parts = ids.map((id) => readSection(files, id));
  const faults = parts.flatMap((part) => (part.ok ? [] : part.error));
  const named = new Set(ids.map((id) => `form/${id}.yaml`));
  const strays = [...files.keys()].filter((name) => /^form\/[^/]+\.yaml$/.test(name) && !named.has(name));
  faults.push(...strays.map((name) => `${name}: is not in the list of sections in scheme.yaml.`));
  return faults.length === 0 ? ok(parts.flatMap((part) => (part.ok ? [part.value] : []))) : fail(faults);
}

function readSection(files: SchemeFiles, id: string): Result<Section, string[]> {
  const name = `form/${id}.yaml`;
  const read = readPart(files, name, section);
  if (read.ok && read.value.id !== id) return fail([`${name}: its id is “${read.value.id}”; it must be “${id}”.`]);
  return read;
}
