import * as z from "zod";
import { fieldBase, type FieldBase } from "./field.ts";
import type { Kind } from "./kind.ts";
import { choice, choices } from "./kinds/choice.ts";
import { contact } from "./kinds/contact.ts";
import { date } from "./kinds/date.ts";
import { file } from "./kinds/file.ts";
import { financialYear } from "./kinds/financial-year.ts";
import { moment } from "./kinds/moment.ts";
import { money } from "./kinds/money.ts";
import { number } from "./kinds/number.ts";
import { organisation } from "./kinds/organisation.ts";
import { percentage } from "./kinds/percentage.ts";
import { richText } from "./kinds/rich-text.ts";
import { shortText } from "./kinds/short-text.ts";
import { table } from "./kinds/table.ts";
import { yearlyMoney } from "./kinds/yearly-money.ts";
import { yesNo } from "./kinds/yes-no.ts";

/** Every kind that can stand in a table's column: all but tables themselves. */
const columnKinds = {
  "short-text": shortText,
  "rich-text": richText,
  number,
  money,
  percentage,
  date,
  moment,
  "financial-year": financialYear,
  "yes-no": yesNo,
  choice,
  choices,
  organisation,
  contact,
  file,
  "yearly-money": yearlyMoney,
} as const;

const kinds = { ...columnKinds, table } as const;

export type KindName = keyof typeof kinds;
export type ColumnKindName = keyof typeof columnKinds;

type OptionsOf<Name extends KindName> = z.infer<(typeof kinds)[Name]["options"]>;

/** A question or column of one kind, with that kind's options. */
export type FieldOf<Name extends KindName> = Name extends "table"
  ? FieldBase & OptionsOf<"table"> & { kind: "table"; columns: Column[] }
  : FieldBase & OptionsOf<Name> & { kind: Name };

export type Column = { [Name in ColumnKindName]: FieldOf<Name> }[ColumnKindName];
export type Field = { [Name in KindName]: FieldOf<Name> }[KindName];

export type AnyKind = Kind<string, z.ZodObject, unknown>;

export function kindOf(name: KindName): AnyKind {
  return kinds[name] as unknown as AnyKind;
}

function fieldSchemaOf(kind: AnyKind, extra: z.ZodRawShape) {
  return fieldBase.extend({ kind: z.literal(kind.name), ...kind.options.shape, ...extra });
}

/** The schema of a column, for scheme files. */
export function columnSchema(extra: z.ZodRawShape = {}): z.ZodType<Column> {
  const all = Object.values(columnKinds).map((kind) => fieldSchemaOf(kind as unknown as AnyKind, extra));
  return z.discriminatedUnion("kind", all as unknown as [z.ZodObject]) as unknown as z.ZodType<Column>;
}

/** The schema of a question, for scheme files. `extra` are members every question has there, like `when`. */
export function fieldSchema<Extra extends z.ZodRawShape>(extra: Extra): z.ZodType<Field & z.infer<z.ZodObject<Extra>>> {
  const all = Object.values(kinds).map((kind) =>
    fieldSchemaOf(
      kind as unknown as AnyKind,
      kind.name === "table" ? { ...extra, columns: z.array(columnSchema()).min(1) } : extra,
    ),
  );
  return z.discriminatedUnion("kind", all as unknown as [z.ZodObject]) as never;
}
