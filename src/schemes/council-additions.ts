import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { rule, type Rule } from "../rules/rule.ts";
import { checkScheme } from "./check-scheme.ts";
import { conflictingRules } from "./conflicting-rules.ts";
import type { PartReader, SchemeFiles } from "./scheme-files.ts";
import { faultInWords } from "./scheme-fault.ts";
import { questionOf, sourceDocument, type Scheme } from "./scheme-schema.ts";

/** Where a council's own additions stand among the files of a scheme. They lie apart from it, so an update keeps them. */
export const councilFiles = { rules: "council/rules.yaml", notes: "council/notes.yaml" } as const;

/** `rules.yaml` of a council: rules like the scheme's, with the documents they cite. */
export const councilRules = z.strictObject({
  documents: z.array(sourceDocument).default([]),
  rules: z.array(rule).default([]),
});
export type CouncilRules = z.infer<typeof councilRules>;

/** `notes.yaml` of a council: light Markdown by the id of the question it stands beside. */
export const councilNotes = z.strictObject({ notes: z.record(fieldId, z.string().min(1)).default({}) });

/** What a council added to a scheme, and what of it does not fit the scheme as it is now. */
export interface CouncilAdditions {
  /** Ids of the rules that are the council's own. */
  rules: string[];
  notes: Record<string, string>;
  /** In plain sentences; what is named here is left out, and kept in its file. */
  problems: string[];
}

/** A scheme with what the council added to it. Nothing a council adds can make a scheme unusable. */
export function withCouncil(scheme: Scheme, files: SchemeFiles, reader: PartReader): Scheme {
  const wanted = Object.values(councilFiles).some((name) => files.has(name));
  if (!wanted) return scheme;
  const rules = files.has(councilFiles.rules) ? reader.read(councilFiles.rules, councilRules) : undefined;
  const notes = files.has(councilFiles.notes) ? reader.read(councilFiles.notes, councilNotes) : undefined;
  const problems = [rules, notes].flatMap((part) => (part && !part.ok ? part.error : []));
  const held = notes?.ok ? notes.value.notes : {};
  const orphans = Object.keys(held).filter((id) => !questionOf(scheme, id));
  problems.push(...orphans.map((id) => `${councilFiles.notes}: the scheme asks no question “${id}” any more.`));
  const council: CouncilAdditions = { rules: [], notes: held, problems };
  const added = rules?.ok ? addRules(scheme, rules.value, reader) : { scheme, fitting: [], problems: [] };
  return {
    ...added.scheme,
    council: { ...council, rules: added.fitting, problems: [...problems, ...added.problems] },
  };
}

function addRules(scheme: Scheme, { documents, rules }: CouncilRules, reader: PartReader) {
  const own = new Set(scheme.documents.map((document) => document.id));
  let whole: Scheme = { ...scheme, documents: [...scheme.documents, ...documents.filter(({ id }) => !own.has(id))] };
  const problems: string[] = [];
  const fitting: string[] = [];
  for (const [index, one] of rules.entries()) {
    const faults = councilRuleFaults(whole, one, (path) =>
      reader.placeOf(councilFiles.rules, ["rules", index, ...path]),
    );
    problems.push(...faults);
    if (faults.length > 0) continue;
    whole = { ...whole, rules: [...whole.rules, one] };
    fitting.push(one.id);
  }
  return { scheme: fitting.length > 0 ? whole : scheme, fitting, problems };
}

/**
 * What is wrong with a rule that a council adds, in plain sentences: on its own, its examples, and beside the scheme's.
 *
 * @param placeOf where a place below the rule stands, for the sentences
 */
export function councilRuleFaults(
  scheme: Scheme,
  added: Rule,
  placeOf: (path: readonly (string | number)[]) => string,
): string[] {
  const words = (fault: Parameters<typeof faultInWords>[0]) => faultInWords(fault, (_, path) => placeOf(path.slice(2)));
  if (scheme.rules.some((one) => one.id === added.id)) return [`${placeOf(["id"])}: “${added.id}” stands twice.`];
  const alone = checkScheme({ ...scheme, rules: [added] }).filter((fault) => fault.file === "rules.yaml");
  if (alone.length > 0) return alone.map(words);
  const beside = conflictingRules({ ...scheme, rules: [...scheme.rules, added] });
  return beside.filter((fault) => fault.subject === added.id).map(words);
}
