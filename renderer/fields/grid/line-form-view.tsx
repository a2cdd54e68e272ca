import { useState } from "react";
import type { Finding } from "../../../src/bids/findings.ts";
import { rowName } from "../../../src/fields/answer.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { withArticle } from "../../components/count.ts";
import { LineForm } from "../cards/line-form.tsx";
import { useFieldServices } from "../field-services.ts";

interface LineFormViewProps {
  field: FieldOf<"table">;
  rows: readonly Row[];
  start: number;
  findings: readonly Finding[];
  onBack(line: number): void;
}

/** One line of a grid as a form, for those who prefer it. */
export function LineFormView({ field, rows, start, findings, onBack }: LineFormViewProps) {
  const { edit, newId } = useFieldServices();
  const [line, setLine] = useState(Math.min(start, Math.max(0, rows.length - 1)));
  const row = rows[line];
  const add = () => {
    edit([{ do: "add-row", question: field.id, row: { id: newId(), cells: {} } }]);
    setLine(rows.length);
  };
  return (
    <div className="app-line-view">
      <h2 className="govuk-heading-s" aria-live="polite">
        {row ? `Line ${line + 1} of ${rows.length}: ${rowName(field, row, line)}` : "No lines yet"}
      </h2>
      {row && <LineForm key={row.id} field={field} row={row} findings={findings} />}
      <div className="govuk-button-group">
        {line > 0 && <LineButton name="Previous line" onPress={() => setLine(line - 1)} />}
        {line < rows.length - 1 && <LineButton name="Next line" onPress={() => setLine(line + 1)} />}
        <LineButton name={`Add ${withArticle(field.item)}`} onPress={add} />
        <LineButton name="Back to the grid" onPress={() => onBack(line)} />
      </div>
    </div>
  );
}

function LineButton({ name, onPress }: { name: string; onPress(): void }) {
  return (
    <button type="button" className="govuk-button govuk-button--secondary" onClick={onPress}>
      {name}
    </button>
  );
}
