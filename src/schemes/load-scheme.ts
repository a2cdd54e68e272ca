import { fail, ok, type Result } from "../shared/result.ts";
import { appraisalSettings } from "./appraisal-settings.ts";
import { checkScheme } from "./check-scheme.ts";
import { withCouncil } from "./council-additions.ts";
import { packSettings } from "./pack-settings.ts";
import { partReader, type PartReader, type SchemeFiles } from "./scheme-files.ts";
import { faultInWords, type SchemeFault } from "./scheme-fault.ts";
import { ruleFile, schemeIdentity, section, type Scheme, type Section } from "./scheme-schema.ts";
import { noSharedFigures, withShared, type SharedFigures } from "./shared-figures.ts";

/** A scheme and where everything in its folder stands, for messages about it. */
export interface LoadedScheme {
  scheme: Scheme;
  placeOf: PartReader["placeOf"];
}

/**
 * Reads a scheme folder, checks that everything it refers to is there, and runs the worked examples of its rules.
 * A scheme with any fault does not load.
 *
 * @param shared the figures that schemes share; a scheme gets those it names under `uses`
 * @returns the scheme, or plain sentences naming file, line and column
 */
export function loadScheme(files: SchemeFiles, shared: SharedFigures = noSharedFigures): Result<Scheme, string[]> {
  const loaded = loadWithPlaces(files, shared);
  return loaded.ok ? ok(loaded.value.scheme) : loaded;
}

/** The same, for those who have more to say about the folder's files. */
export function loadWithPlaces(files: SchemeFiles, shared: SharedFigures): Result<LoadedScheme, string[]> {
  const reader = partReader(files);
  const read = readScheme(reader, files, shared);
  if (!read.ok) return read;
  const { scheme, faults } = read.value;
  const all = [...faults, ...checkScheme(scheme)];
  if (all.length === 0) return ok({ scheme: withCouncil(scheme, files, reader), placeOf: reader.placeOf });
  return fail(all.map((fault) => faultInWords(fault, reader.placeOf)));
}

function readScheme(
  reader: PartReader,
  files: SchemeFiles,
  shared: SharedFigures,
): Result<{ scheme: Scheme; faults: SchemeFault[] }, string[]> {
  const identity = reader.read("scheme.yaml", schemeIdentity);
  const rules = reader.read("rules.yaml", ruleFile);
  const appraisal = reader.read("appraisal.yaml", appraisalSettings);
  const pack = reader.read("pack.yaml", packSettings);
  const sections = identity.ok ? readSections(reader, files, identity.value.sections) : ok([]);
  if (!identity.ok || !rules.ok || !appraisal.ok || !pack.ok || !sections.ok) {
    return fail([identity, rules, appraisal, pack, sections].flatMap((part) => (part.ok ? [] : part.error)));
  }
  const { scheme, missing } = withShared(identity.value, identity.value.uses, shared);
  const faults = missing.map(({ id, position }): SchemeFault => {
    const message = `uses “${id}”, which is not among the shared figures.`;
    return { file: "scheme.yaml", path: ["uses", position], message };
  });
  return ok({
    scheme: {
      ...scheme,
      sections: sections.value,
      rules: rules.value.rules,
      appraisal: appraisal.value,
      pack: pack.value,
    },
    faults,
  });
}

function readSections(reader: PartReader, files: SchemeFiles, ids: readonly string[]): Result<Section[], string[]> {
  const parts = ids.map((id) => readSection(reader, id));
  const faults = parts.flatMap((part) => (part.ok ? [] : part.error));
  const named = new Set(ids.map((id) => `form/${id}.yaml`));
  const strays = [...files.keys()].filter((name) => /^form\/[^/]+\.yaml$/.test(name) && !named.has(name));
  faults.push(
    ...strays.map(
      (name) => `${name}: is not in the list of sections in scheme.yaml. Add it there, or delete the file.`,
    ),
  );
  return faults.length === 0 ? ok(parts.flatMap((part) => (part.ok ? [part.value] : []))) : fail(faults);
}

function readSection(reader: PartReader, id: string): Result<Section, string[]> {
  const name = `form/${id}.yaml`;
  const read = reader.read(name, section);
  if (!read.ok || read.value.id === id) return read;
  return fail([`${reader.placeOf(name, ["id"])}: its id is “${read.value.id}”; it must be “${id}”.`]);
}
