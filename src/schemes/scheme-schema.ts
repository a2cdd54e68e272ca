import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { fieldSchema, type Field } from "../fields/registry.ts";
import { condition, type Condition } from "../rules/condition.ts";
import { citation, rule, type Citation, type Rule } from "../rules/rule.ts";
import { longDate } from "../shared/dates.ts";
import { isTimeOfDay, longMoment } from "../shared/moments.ts";
import type { AppraisalSettings } from "./appraisal-settings.ts";
import type { CouncilAdditions } from "./council-additions.ts";
import { figureUnit, unitFault } from "./figure-unit.ts";
import type { PackSettings } from "./pack-settings.ts";

/** A question is a field with the condition that shows it and the guidance beside it. */
export type Question = Field & QuestionExtra;

interface QuestionExtra {
  /** Shown only where this is so. A hidden question's answer is kept, and is no part of the bid. */
  when?: Condition;
  /** Guidance in our own words, as light Markdown. */
  guidance?: string;
  /** Where the scheme asks for it. */
  sources?: Citation[];
  /** Ids under which other schemes ask the same, so that an answer can be carried over. */
  "same-as"?: string[];
}

const questionExtra = {
  when: condition.exactOptional(),
  guidance: z.string().exactOptional(),
  sources: z.array(citation).exactOptional(),
  "same-as": z.array(fieldId).exactOptional(),
};

const question = fieldSchema(questionExtra) as unknown as z.ZodType<Question>;

export const section = z.strictObject({
  id: fieldId,
  title: z.string().min(1),
  /** What the section is for, in a sentence or two. */
  about: z.string().exactOptional(),
  questions: z.array(question).min(1),
});
export type Section = z.infer<typeof section>;

export const sourceDocument = z.strictObject({
  id: fieldId,
  title: z.string().min(1),
  publisher: z.string().exactOptional(),
  date: z.iso.date().exactOptional(),
  address: z.string().exactOptional(),
});

const strand = z.strictObject({
  id: fieldId,
  title: z.string().min(1),
  summary: z.string().min(1),
});

/** A figure with the day it holds from. A scheme pins the day it is judged on. */
export const figure = z
  .strictObject({
    label: z.string().min(1),
    unit: figureUnit,
    values: z
      .array(
        z.strictObject({
          from: z.iso.date(),
          /** The last day it holds; without one it holds until the next value begins. */
          until: z.iso.date().exactOptional(),
          value: z.union([z.number(), z.string()]),
        }),
      )
      .min(1),
    sources: z.array(citation).min(1),
  })
  .superRefine(({ unit, values }, context) => {
    for (const [index, { value }] of values.entries()) {
      const message = unitFault(unit, value);
      if (message !== undefined) context.addIssue({ code: "custom", path: ["values", index, "value"], message });
    }
  });
export type Figure = z.infer<typeof figure>;

/** A small table that rules look things up in, by the text of its key column. */
export const lookupTable = z.strictObject({
  label: z.string().min(1),
  columns: z.record(fieldId, z.enum(["pounds", "percent", "number", "text"])),
  rows: z.array(
    z.strictObject({
      key: z.string(),
      name: z.string(),
      values: z.record(fieldId, z.union([z.number(), z.string()])),
      sources: z.array(citation).min(1),
    }),
  ),
});
export type LookupTable = z.infer<typeof lookupTable>;

/** `scheme.yaml` */
export const schemeIdentity = z.strictObject({
  id: fieldId,
  version: z.string().regex(/^\d+\.\d+\.\d+$/),
  title: z.string().min(1),
  publisher: z.string().min(1),
  summary: z.string().min(1),
  outline: z.boolean().exactOptional(), // Facts to begin with before a fund is chosen; no fund itself.
  /** The day on which dated figures and organisations are looked at. */
  "judged-on": z.iso.date(),
  documents: z.array(sourceDocument).min(1),
  strands: z.array(strand).min(1),
  /** Ids of the files in `form/`, in the order an officer fills them. */
  sections: z.array(fieldId).min(1),
  dates: z
    .array(
      z.strictObject({
        label: z.string(),
        date: z.iso.date(),
        /** UK local time, by the 24-hour clock. */
        time: z.string().refine(isTimeOfDay, "is not a time of day: write it like “17:00”").exactOptional(),
        sources: z.array(citation).min(1),
      }),
    )
    .default([]),
  /** Ids of figures and tables in `templates/shared/figures.yaml` that this scheme uses as its own. */
  uses: z.array(fieldId).default([]),
  figures: z.record(fieldId, figure).default({}),
  tables: z.record(fieldId, lookupTable).default({}),
  /** What the sources held do not say; shown as such, never guessed. */
  "not-published": z.array(z.string()).default([]),
  /** What came of the scheme: pots, awards, how many won. Shown beside the rules; no limit on a bid. */
  outcomes: z
    .array(z.strictObject({ label: z.string().min(1), value: z.string().min(1), sources: z.array(citation).min(1) }))
    .default([]),
  /** Facts about the scheme that no bid can be tested against, with why. */
  context: z
    .array(
      z.strictObject({
        register: z.string(),
        says: z.string(),
        "not-tested-because": z.string(),
        sources: z.array(citation).min(1),
      }),
    )
    .default([]),
});
type SchemeIdentity = z.infer<typeof schemeIdentity>;

export const ruleFile = z.strictObject({ rules: z.array(rule) });

/** A scheme as loaded and checked: everything one folder says. Plain data, so that it can cross the contract. */
export interface Scheme extends Omit<SchemeIdentity, "sections"> {
  sections: Section[];
  rules: Rule[];
  appraisal: AppraisalSettings;
  pack: PackSettings;
  /** What the council added of its own; absent where it added nothing. */
  council?: CouncilAdditions;
}

/** A day of the scheme in words, with its time where it has one: `5pm on 10 February 2014`. */
export function whenOf({ date, time }: Scheme["dates"][number]): string {
  return time === undefined ? longDate(date) : longMoment(`${date}T${time}`);
}

export function questionsOf(scheme: Scheme): Question[] {
  return scheme.sections.flatMap((one) => one.questions);
}

export function questionOf(scheme: Scheme, id: string): Question | undefined {
  return questionsOf(scheme).find((one) => one.id === id);
}
