import type { Finding } from "../../../src/bids/findings.ts";
import { isEmpty, textOf } from "../../../src/fields/answer.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { Column, FieldOf } from "../../../src/fields/registry.ts";
import { useFieldServices } from "../field-services.ts";
import { LineForm } from "./line-form.tsx";

interface LineCardProps {
  field: FieldOf<"table">;
  row: Row;
  title: string;
  position: number;
  last: boolean;
  findings: readonly Finding[];
  open: boolean;
  onToggle(open: boolean): void;
  onRemove(): void;
}

/** One line: its answers in short, or its form while it is open. */
export function LineCard(props: LineCardProps) {
  const { field, row, title, findings, open, onToggle } = props;
  return (
    <section className="govuk-summary-card app-line-card" aria-label={`${field.item}: ${title}`}>
      <div className="govuk-summary-card__title-wrapper">
        <h2 className="govuk-summary-card__title">{title}</h2>
        <LineActions {...props} />
      </div>
      <div className="govuk-summary-card__content">
        {open ? (
          <>
            <LineForm field={field} row={row} findings={findings} />
            <button type="button" className="govuk-button govuk-!-margin-bottom-2" onClick={() => onToggle(false)}>
              Done<span className="govuk-visually-hidden"> with {title}</span>
            </button>
          </>
        ) : (
          <LineSummary field={field} row={row} findings={findings} />
        )}
      </div>
    </section>
  );
}

function LineActions({ field, row, title, position, last, open, onToggle, onRemove }: LineCardProps) {
  const { edit } = useFieldServices();
  const move = (to: number) => edit([{ do: "move-row", question: field.id, row: row.id, to }]);
  const actions = [
    ...(open ? [] : [{ name: "Change", run: () => onToggle(true) }]),
    ...(position === 0 ? [] : [{ name: "Move up", run: () => move(position - 1) }]),
    ...(last ? [] : [{ name: "Move down", run: () => move(position + 1) }]),
    { name: "Remove", run: onRemove },
  ];
  return (
    <ul className="govuk-summary-card__actions">
      {actions.map(({ name, run }) => (
        <li className="govuk-summary-card__action" key={name}>
          <button type="button" className="app-link-button" onClick={run}>
            {name}
            <span className="govuk-visually-hidden"> {title}</span>
          </button>
        </li>
      ))}
    </ul>
  );
}

function LineSummary({ field, row, findings }: Pick<LineCardProps, "field" | "row" | "findings">) {
  const shown = field.columns.filter((column) => column.required || !isEmpty(column, row.cells[column.id]));
  return (
    <dl className="govuk-summary-list app-line-summary">
      {shown.map((column) => (
        <div className="govuk-summary-list__row" key={column.id}>
          <dt className="govuk-summary-list__key">{column.short ?? column.label}</dt>
          <dd className="govuk-summary-list__value">
            <ColumnText column={column} value={row.cells[column.id]} />
            {findings
              .filter((finding) => finding.place.column === column.id && finding.kind === "value")
              .map((finding) => (
                <p key={finding.id} className="govuk-error-message govuk-!-margin-bottom-0">
                  {finding.working}
                </p>
              ))}
          </dd>
        </div>
      ))}
    </dl>
  );
}

function ColumnText({ column, value }: { column: Column; value: unknown }) {
  if (isEmpty(column, value)) return <span className="app-not-given">Not given yet</span>;
  return <span className="app-lines">{textOf(column, value)}</span>;
}
