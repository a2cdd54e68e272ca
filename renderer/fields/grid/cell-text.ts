import { textOf } from "../../../src/fields/answer.ts";
import { isUnread } from "../../../src/fields/field.ts";
import type { ChoiceOption } from "../../../src/fields/kinds/choice.ts";
import type { Column } from "../../../src/fields/registry.ts";
import { longDate } from "../../../src/shared/dates.ts";
import { readMoment } from "../read-moment.ts";
import { readDate, readFinancialYear, readMoney, readNumber, readPercentage } from "../read-typed.ts";
import { numberText, poundsText, typedText } from "../typed-text.ts";
import type { GridColumn } from "./grid-columns.ts";

const readers: Partial<Record<Column["kind"], (typed: string) => unknown>> = {
  money: readMoney,
  "yearly-money": readMoney,
  number: readNumber,
  percentage: readPercentage,
  date: readDate,
  moment: readMoment,
  "financial-year": readFinancialYear,
  "short-text": (typed) => (typed.trim() === "" ? null : typed.trim()),
  "yes-no": readYesNo,
};

/** A cell as it reads, as it stands in its box while it is typed in, and as it is copied. */
export function cellText(gridColumn: GridColumn, value: unknown): string {
  const { column } = gridColumn;
  switch (column.kind) {
    case "money":
    case "yearly-money":
      return typedText(value, poundsText);
    case "number":
      return typedText(value, numberText);
    case "percentage":
      return typedText(value, (percent: number) => `${numberText(percent)}%`);
    case "date":
      return isUnread(value) ? value.unread : longDate(String(value ?? ""));
    case "financial-year":
      return typedText(value, String);
    default:
      return textOf(column, value);
  }
}

/** Whether a cell can be typed in where it stands; others are answered in the line’s form. */
export function isTypedIn({ column }: GridColumn): boolean {
  return column.kind === "choice" || column.kind in readers;
}

/** From typed or pasted text to the stored value; `null` takes the value away, `undefined` leaves the cell as it is. */
export function readCell({ column }: GridColumn, typed: string): unknown {
  if (column.kind === "choice") return readChoice(column.choices, typed);
  return readers[column.kind]?.(typed);
}

/** A choice by its label or its id. Anything else is kept, and the check says that it is none of the choices. */
function readChoice(choices: readonly ChoiceOption[], typed: string): string | null {
  const text = typed.trim();
  if (text === "") return null;
  const same = (option: string) => option.toLowerCase() === text.toLowerCase();
  return choices.find((option) => same(option.label) || same(option.id))?.id ?? text;
}

/** Text that is neither leaves the cell as it is: there is no unread yes or no. */
function readYesNo(typed: string): boolean | null | undefined {
  const text = typed.trim().toLowerCase();
  if (text === "") return null;
  if (["yes", "y", "true", "1"].includes(text)) return true;
  return ["no", "n", "false", "0"].includes(text) ? false : undefined;
}
