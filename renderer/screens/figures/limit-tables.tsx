import type { HeldFigures } from "../../../src/contract/views.ts";
import type { Citation } from "../../../src/rules/rule.ts";
import { amountInWords, valuesInWords } from "../../../src/schemes/figure-words.ts";
import type { LookupTable } from "../../../src/schemes/scheme-schema.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Details } from "../../components/details.tsx";
import { SourceList } from "../../components/source-list.tsx";

type Shared = HeldFigures["shared"];

/** Limits and small tables that rules of several schemes compare with. */
export function LimitTables({ shared }: { shared: Shared }) {
  const figures = Object.entries(shared.figures);
  return (
    <section className="app-figures__part" aria-labelledby="limits">
      <h2 className="govuk-heading-m" id="limits">
        Limits and tables
      </h2>
      <DataTable
        caption="Limits"
        columns={["What", "How much, and since when", "Source"]}
        rows={figures.map(([id, figure]) => [
          figure.label,
          valuesInWords(figure),
          <SourceList key={id} sources={figure.sources} scheme={shared} />,
        ])}
        words
      />
      {Object.entries(shared.tables).map(([id, table]) => (
        <Details key={id} summary={table.label} whenOpened>
          <Lookup table={table} shared={shared} />
        </Details>
      ))}
    </section>
  );
}

function Lookup({ table, shared }: { table: LookupTable; shared: Shared }) {
  const columns = Object.entries(table.columns);
  return (
    <>
      <DataTable
        caption={table.label}
        columns={["What", ...columns.map(([name]) => name.replaceAll("-", " "))]}
        rows={table.rows.map((row) => [
          row.name,
          ...columns.map(([name, unit]) => {
            const value = row.values[name];
            return value === undefined ? "" : amountInWords(value, unit);
          }),
        ])}
      />
      <SourceList sources={citationsOf(table)} scheme={shared} />
    </>
  );
}

/** Each source once, however many lines it stands behind. */
function citationsOf({ rows }: LookupTable): Citation[] {
  const all = rows.flatMap((row) => row.sources);
  return [...new Map(all.map((one) => [`${one.document} ${one.place ?? ""}`, one])).values()];
}
