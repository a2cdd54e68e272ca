import type { Finding } from "../../../src/bids/findings.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { fieldId } from "../field-id.ts";
import { FieldFrame, valueError } from "../field-frame.tsx";
import { useFieldServices } from "../field-services.ts";
import { ColumnWidget } from "../column-widgets.tsx";

interface LineFormProps {
  field: FieldOf<"table">;
  row: Row;
  findings: readonly Finding[];
}

/** All the columns of one line as a form. Every change is kept at once. */
export function LineForm({ field, row, findings }: LineFormProps) {
  const { edit } = useFieldServices();
  return field.columns.map((column) => {
    const place = { question: field.id, row: row.id, column: column.id };
    const id = fieldId(place);
    return (
      <FieldFrame key={column.id} field={column} id={id} size="s" error={valueError(findings, place)}>
        {(state) => (
          <ColumnWidget
            {...state}
            field={column}
            id={id}
            value={row.cells[column.id]}
            findings={findings}
            focusAt={undefined}
            onChange={(value, pace) => edit([{ do: "cell", ...place, value }], pace)}
          />
        )}
      </FieldFrame>
    );
  });
}
