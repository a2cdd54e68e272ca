import type { Column } from "../fields/registry.ts";
import { conditionInWords } from "../rules/condition-words.ts";
import type { Condition } from "../rules/condition.ts";
import { compareById, type SchemeChange, type SettingChange } from "./scheme-change.ts";
import { differingParts, isEqual } from "./differing-parts.ts";
import { partNamesOf } from "./part-names.ts";
import { questionsOf, type Question, type Scheme } from "./scheme-schema.ts";
import { inWords } from "./setting-words.ts";

/** Settings of questions by the words an officer uses. One that is not here goes by its own name. */
const settingNames: Readonly<Record<string, string>> = {
  kind: "Kind of answer",
  label: "Question",
  hint: "Line under the question",
  short: "Short name",
  required: "An answer is needed",
  guidance: "Help",
  when: "Asked where",
  min: "Least",
  max: "Most",
  words: "Words",
  "max-characters": "Most characters",
  "not-before": "Not before",
  "not-after": "Not after",
  types: "Types allowed",
  "max-megabytes": "Most megabytes",
  "min-rows": "Fewest lines",
  "max-rows": "Most lines",
  choices: "Choices",
  unit: "Unit",
  sources: "Sources",
};

/** Settings that limit what may be answered. */
export const limitSettings: ReadonlySet<string> = new Set(
  [
    "required",
    "min",
    "max",
    "words",
    "max-characters",
    "not-before",
    "not-after",
    "types",
    "max-megabytes",
    "min-rows",
    "max-rows",
    "choices",
    "kind",
  ].map((key) => settingNames[key] as string),
);

interface Placed {
  id: string;
  question: Question;
  section: string;
}

/** Questions that came, went or changed: their words, kinds, limits, choices, conditions, columns and places. */
export function compareQuestions(before: Scheme, after: Scheme): SchemeChange[] {
  return compareById("question", [placedIn(before), placedIn(after)], {
    label: ({ question }) => question.label,
    settings: (was, is) => [
      ...(was.section === is.section ? [] : [{ what: "Section", before: was.section, after: is.section }]),
      ...questionSettings([before, was.question], [after, is.question]),
    ],
  });
}

function placedIn(scheme: Scheme): Placed[] {
  return scheme.sections.flatMap(({ title, questions }) =>
    questions.map((question) => ({ id: question.id, question, section: title })),
  );
}

type In<T> = [Scheme, T];

/** What differs between two versions of one question, in words. */
export function questionSettings([old, was]: In<Question>, [now, is]: In<Question>): SettingChange[] {
  const { when: wasAsked, ...rest } = was;
  const { when: isAsked, ...others } = is;
  const asked = isEqual(wasAsked, isAsked)
    ? []
    : [{ what: settingNames.when as string, before: askedWhere(old, wasAsked), after: askedWhere(now, isAsked) }];
  return [...fieldSettings(rest, others), ...asked];
}

function askedWhere(scheme: Scheme, when: Condition | undefined): string {
  return when === undefined ? "always" : conditionInWords(when, partNamesOf(scheme));
}

type Settings = Readonly<Record<string, unknown>> & { columns?: readonly Column[] };

function fieldSettings(was: object, is: object): SettingChange[] {
  const { columns: oldColumns = [], ...before } = was as Settings;
  const { columns: newColumns = [], ...after } = is as Settings;
  const keys = new Set(differingParts(before, after).map(({ path }) => path[0] ?? ""));
  const own = [...keys].map((key) => {
    const what = settingNames[key] ?? key;
    return { what, before: settingInWords(key, before[key]), after: settingInWords(key, after[key]) };
  });
  return [...own, ...columnSettings(oldColumns, newColumns)];
}

function settingInWords(key: string, value: unknown): string {
  if (key !== "choices" || !Array.isArray(value)) return inWords(value);
  return (value as { id: string; label: string; hint?: string }[])
    .map(({ label, hint }) => (hint === undefined ? label : `${label} (${hint})`))
    .join("; ");
}

function columnSettings(was: readonly Column[], is: readonly Column[]): SettingChange[] {
  const [old, now] = [new Map(was.map((one) => [one.id, one])), new Map(is.map((one) => [one.id, one]))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [before, after] = [old.get(id), now.get(id)];
    if (!before || !after) return [{ what: "Column", before: before?.label ?? "", after: after?.label ?? "" }];
    return fieldSettings(before, after).map((one) => ({ ...one, what: `Column “${after.label}”: ${one.what}` }));
  });
}

/**
 * Numbers that would be read as something else: the same stored figure is whole pence in one kind and a plain number in
 * another. Such a question needs a new id.
 *
 * @returns the question and, in a table, the column
 */
export function misreadNumbers(before: Scheme, after: Scheme): { question: string; column?: string }[] {
  const old = new Map(questionsOf(before).map((one) => [one.id, one]));
  return questionsOf(after).flatMap((is) => {
    const was = old.get(is.id);
    if (!was) return [];
    if (was.kind === "table" && is.kind === "table") {
      return is.columns
        .filter((column) => misreads(was.columns.find((one) => one.id === column.id)?.kind, column.kind))
        .map((column) => ({ question: is.id, column: column.id }));
    }
    return misreads(was.kind, is.kind) ? [{ question: is.id }] : [];
  });
}

const heldAsNumbers: ReadonlySet<string> = new Set(["money", "number", "percentage"]);

function misreads(was: string | undefined, is: string): boolean {
  return was !== undefined && was !== is && heldAsNumbers.has(was) && heldAsNumbers.has(is);
}
