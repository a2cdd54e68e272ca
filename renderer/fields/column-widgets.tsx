import type { ColumnKindName } from "../../src/fields/registry.ts";
import { ChoiceInput } from "./choice-input.tsx";
import { ChoicesInput } from "./choices-input.tsx";
import { ContactInput } from "./contact-input.tsx";
import { DateInput } from "./date-input.tsx";
import { FileInput } from "./file-input.tsx";
import { FinancialYearInput } from "./financial-year-input.tsx";
import { MomentInput } from "./moment-input.tsx";
import { MoneyInput } from "./money-input.tsx";
import { NumberInput } from "./number-input.tsx";
import { OrganisationInput } from "./organisation/organisation-input.tsx";
import { PercentageInput } from "./percentage-input.tsx";
import { RichTextInput } from "./rich-text/rich-text-input.tsx";
import { ShortTextInput } from "./short-text-input.tsx";
import type { Widget, WidgetProps } from "./widget-props.ts";
import { YearlyMoneyInput } from "./yearly-money-input.tsx";
import { YesNoInput } from "./yes-no-input.tsx";

/** One widget for each kind that can stand in a table; the compiler says when a kind has none. */
export const columnWidgets = {
  "short-text": ShortTextInput,
  "rich-text": RichTextInput,
  number: NumberInput,
  money: MoneyInput,
  percentage: PercentageInput,
  date: DateInput,
  moment: MomentInput,
  "financial-year": FinancialYearInput,
  "yes-no": YesNoInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  organisation: OrganisationInput,
  contact: ContactInput,
  file: FileInput,
  "yearly-money": YearlyMoneyInput,
} satisfies { [Name in ColumnKindName]: Widget<Name> };

/** The widget for a column of a table, of any kind. */
export function ColumnWidget(props: WidgetProps<ColumnKindName>) {
  const KindWidget = columnWidgets[props.field.kind] as Widget<ColumnKindName>;
  return <KindWidget {...props} />;
}
