import { useEffect, useState } from "react";
import { rowName } from "../../../src/fields/answer.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { withArticle } from "../../components/count.ts";
import { focusField } from "../field-id.ts";
import { useFieldServices } from "../field-services.ts";
import type { WidgetProps } from "../widget-props.ts";
import { LineCard } from "./line-card.tsx";
import { RemovedNotice, useRemove } from "./removed-notice.tsx";

/** The lines of a table as cards: each can be opened, moved and removed, and more can be added. */
export function LineCards({ id, field, value, findings, focusAt }: WidgetProps<"table">) {
  const { edit, newId } = useFieldServices();
  const rows: Row[] = Array.isArray(value) ? value : [];
  const [open, setOpen] = useState<string | undefined>(focusAt?.row);
  const removal = useRemove(field);
  const [followed, setFollowed] = useState(focusAt);
  if (focusAt !== followed) {
    setFollowed(focusAt);
    if (focusAt?.row !== undefined) setOpen(focusAt.row);
  }
  useEffect(() => {
    if (focusAt?.column !== undefined && focusAt.row === open) focusField(focusAt);
  }, [focusAt, open]);

  const add = () => {
    const row: Row = { id: newId(), cells: {} };
    edit([{ do: "add-row", question: field.id, row }]);
    setOpen(row.id);
    const first = field.columns[0];
    if (first) requestAnimationFrame(() => focusField({ question: field.id, row: row.id, column: first.id }));
  };
  const full = field["max-rows"] !== undefined && rows.length >= field["max-rows"];
  return (
    <>
      {rows.map((row, position) => (
        <LineCard
          key={row.id}
          field={field}
          row={row}
          title={rowName(field, row, position)}
          position={position}
          last={position === rows.length - 1}
          findings={findings.filter((finding) => finding.place.row === row.id)}
          open={open === row.id}
          onToggle={(on) => setOpen(on ? row.id : undefined)}
          onRemove={() => removal.remove(row, rowName(field, row, position))}
        />
      ))}
      <RemovedNotice removal={removal} />
      {full ? (
        <p className="govuk-body">
          That is all: at most {field["max-rows"]} ({field.item}).
        </p>
      ) : (
        <button type="button" id={id} className="govuk-button govuk-button--secondary" onClick={add}>
          {rows.length === 0 ? `Add ${withArticle(field.item)}` : `Add another ${field.item}`}
        </button>
      )}
    </>
  );
}
