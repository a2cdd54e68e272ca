import { compareQuestions } from "./compare-questions.ts";
import { compareRules } from "./compare-rules.ts";
import { isEqual } from "./differing-parts.ts";
import {
  changed,
  compareById,
  settingsOf,
  type SchemeChange,
  type SchemePart,
  type SettingChange,
} from "./scheme-change.ts";
import { valuesInWords } from "./figure-words.ts";
import type { Figure, LookupTable, Scheme } from "./scheme-schema.ts";

/**
 * Everything that differs between two versions of a scheme, in the order an officer would ask: the scheme itself, its
 * figures, its questions, its rules, and the rest. None: the two say the same.
 */
export function compareSchemes(before: Scheme, after: Scheme): SchemeChange[] {
  return [
    ...compareIdentity(before, after),
    ...compareLists("strand", [before.strands, after.strands], (one) => one.title),
    ...compareFigures(before, after),
    ...compareTables(before, after),
    ...compareSections(before, after),
    ...compareQuestions(before, after),
    ...compareRules(before, after),
    ...compareLists("document", [before.documents, after.documents], (one) => one.title),
    ...changed(
      { part: "appraisal", id: "appraisal", label: "How the money is worked out" },
      settingsOf(before.appraisal, after.appraisal),
    ),
    ...changed({ part: "pack", id: "pack", label: "What is sent" }, settingsOf(before.pack, after.pack)),
  ];
}

const plainMembers = {
  version: "Version",
  title: "Title",
  publisher: "Publisher",
  summary: "Summary",
  "judged-on": "Day it is judged on",
  uses: "Shared figures it uses",
  dates: "Dates",
  "not-published": "What is not published",
  outcomes: "What came of it",
  context: "Facts that are not tested",
} as const satisfies Partial<Record<keyof Scheme, string>>;

function compareIdentity(before: Scheme, after: Scheme): SchemeChange[] {
  const settings = Object.entries(plainMembers).flatMap(([key, what]) =>
    settingsOf(before[key as keyof Scheme], after[key as keyof Scheme]).map((one) => {
      return { ...one, what: one.what === "" ? what : `${what} › ${one.what}` };
    }),
  );
  return changed({ part: "scheme", id: after.id, label: after.title }, settings);
}

function compareLists<T extends { id: string }>(
  part: SchemePart,
  lists: [readonly T[], readonly T[]],
  label: (one: T) => string,
): SchemeChange[] {
  return compareById(part, lists, { label, settings: settingsOf });
}

function withIds<T>(holder: Record<string, T>): (T & { id: string })[] {
  return Object.entries(holder).map(([id, one]) => ({ ...one, id }));
}

function compareFigures(before: Scheme, after: Scheme): SchemeChange[] {
  return compareById<Figure & { id: string }>("figure", [withIds(before.figures), withIds(after.figures)], {
    label: (one) => one.label,
    settings: (was, is) => {
      const { values: old, ...others } = was;
      const { values: now, ...otherNow } = is;
      const values = { what: "Value", before: valuesInWords(was), after: valuesInWords(is) };
      return [...(isEqual(old, now) ? [] : [values]), ...settingsOf(others, otherNow)];
    },
  });
}

/** The lines of a table go by their keys, so that one more line is not a change of all below it. */
function compareTables(before: Scheme, after: Scheme): SchemeChange[] {
  const keyed = (table: LookupTable) => ({
    ...table,
    rows: Object.fromEntries(table.rows.map(({ key, ...row }) => [key, row])),
  });
  const of = (scheme: Scheme) => withIds(scheme.tables).map((one) => ({ ...keyed(one), id: one.id }));
  return compareLists("table", [of(before), of(after)], (one) => one.label);
}

interface Ordered {
  id: string;
  title: string;
  about: string | undefined;
  order: string[];
}

function compareSections(before: Scheme, after: Scheme): SchemeChange[] {
  const of = ({ sections }: Scheme): Ordered[] =>
    sections.map(({ id, title, about, questions }) => ({ id, title, about, order: questions.map((one) => one.label) }));
  const titles = ({ sections }: Scheme) => sections.map((one) => one.title);
  const sections = compareById("section", [of(before), of(after)], {
    label: (one) => one.title,
    settings: ({ order: old, ...was }, { order: now, ...is }) => [
      ...settingsOf(was, is),
      ...moved("Order of the questions", old, now),
    ],
  });
  const order = moved("Order of the sections", titles(before), titles(after));
  return [...sections, ...changed({ part: "scheme", id: "sections", label: "Sections" }, order)];
}

/** The same things in another order. What came or went is told elsewhere. */
function moved(what: string, before: readonly string[], after: readonly string[]): SettingChange[] {
  const [old, now] = [before.filter((one) => after.includes(one)), after.filter((one) => before.includes(one))];
  return isEqual(old, now) ? [] : [{ what, before: old.join(", "), after: now.join(", ") }];
}
