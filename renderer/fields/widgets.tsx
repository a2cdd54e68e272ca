import type { KindName } from "../../src/fields/registry.ts";
import { ChoiceInput } from "./choice-input.tsx";
import { ChoicesInput } from "./choices-input.tsx";
import { ContactInput } from "./contact-input.tsx";
import { DateInput } from "./date-input.tsx";
import { FileInput } from "./file-input.tsx";
import { FinancialYearInput } from "./financial-year-input.tsx";
import { MoneyInput } from "./money-input.tsx";
import { NumberInput } from "./number-input.tsx";
import { OrganisationInput } from "./organisation/organisation-input.tsx";
import { PercentageInput } from "./percentage-input.tsx";
import { RichTextInput } from "./rich-text/rich-text-input.tsx";
import { ShortTextInput } from "./short-text-input.tsx";
import { TableInput } from "./table-input.tsx";
import type { Widget, WidgetProps } from "./widget-props.ts";
import { YearlyMoneyInput } from "./yearly-money-input.tsx";
import { YesNoInput } from "./yes-no-input.tsx";

/** One widget for each kind; the compiler says when a kind has none. */
const widgets = {
  "short-text": ShortTextInput,
  "rich-text": RichTextInput,
  number: NumberInput,
  money: MoneyInput,
  percentage: PercentageInput,
  date: DateInput,
  "financial-year": FinancialYearInput,
  "yes-no": YesNoInput,
  choice: ChoiceInput,
  choices: ChoicesInput,
  organisation: OrganisationInput,
  contact: ContactInput,
  file: FileInput,
  "yearly-money": YearlyMoneyInput,
  table: TableInput,
} satisfies { [Name in KindName]: Widget<Name> };

/** The widget for a field of any kind. */
export function FieldWidget(props: WidgetProps<KindName>) {
  const KindWidget = widgets[props.field.kind] as Widget<KindName>;
  return <KindWidget {...props} />;
}
