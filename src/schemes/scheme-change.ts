import { differingParts } from "./differing-parts.ts";
import { inWords } from "./setting-words.ts";

/** What of a scheme a change is about. */
export type SchemePart =
  "scheme" | "strand" | "section" | "question" | "rule" | "figure" | "table" | "document" | "appraisal" | "pack";

/** One setting that differs, in words; empty text where there is nothing. */
export interface SettingChange {
  what: string;
  before: string;
  after: string;
}

/** One thing that an update adds, takes away or changes. */
export interface SchemeChange {
  part: SchemePart;
  id: string;
  kind: "added" | "removed" | "changed";
  /** How officers know it. */
  label: string;
  settings: SettingChange[];
}

/** A change where any setting differs; nothing where none does. */
export function changed(what: Pick<SchemeChange, "part" | "id" | "label">, settings: SettingChange[]): SchemeChange[] {
  return settings.length === 0 ? [] : [{ ...what, kind: "changed", settings }];
}

/** Every setting that differs, named by its place. */
export function settingsOf(before: unknown, after: unknown): SettingChange[] {
  return differingParts(before, after).map((one) => {
    return { what: one.path.join(" › "), before: inWords(one.before), after: inWords(one.after) };
  });
}

/** Things of one kind by their ids: those that came, those that went, and those that changed. */
export function compareById<T extends { id: string }>(
  part: SchemePart,
  [before, after]: [readonly T[], readonly T[]],
  { label, settings }: { label(one: T): string; settings(was: T, is: T): SettingChange[] },
): SchemeChange[] {
  const [old, now] = [before, after].map((list) => new Map(list.map((one) => [one.id, one]))) as [
    Map<string, T>,
    Map<string, T>,
  ];
  const gone = before.filter((one) => !now.has(one.id));
  return [
    ...after.flatMap((is): SchemeChange[] => {
      const was = old.get(is.id);
      if (!was) return [{ part, id: is.id, kind: "added", label: label(is), settings: [] }];
      return changed({ part, id: is.id, label: label(is) }, settings(was, is));
    }),
    ...gone.map((was): SchemeChange => ({ part, id: was.id, kind: "removed", label: label(was), settings: [] })),
  ];
}
