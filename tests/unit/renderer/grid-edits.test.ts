import { describe, expect, test } from "vitest";
import { blockEdits, clearEdits, rangeBetween, type GridTable } from "../../../renderer/fields/grid/cell-edits.ts";
import { gridColumns } from "../../../renderer/fields/grid/grid-columns.ts";
import { columnTotals, lineTotal } from "../../../renderer/fields/grid/grid-totals.ts";
import { rowsText } from "../../../renderer/fields/grid/line-grid-table.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import { columnSchema, type Column, type FieldOf } from "../../../src/fields/registry.ts";

const columns = [
  { kind: "short-text", id: "what", label: "What" },
  { kind: "choice", id: "nature", label: "Nature", choices: [{ id: "one-off", label: "One-off" }] },
  { kind: "yes-no", id: "cashable", label: "Cashable" },
  { kind: "yearly-money", id: "amounts", label: "Amounts" },
].map((column): Column => columnSchema().parse(column));

const field: FieldOf<"table"> = {
  kind: "table",
  id: "costs",
  label: "Costs",
  required: true,
  item: "cost",
  layout: "grid",
  "named-by": "what",
  columns,
};

function tableOf(rows: Row[]): GridTable {
  let next = 0;
  return {
    question: "costs",
    rows,
    columns: gridColumns(field, ["2013-14", "2014-15"]),
    newId: () => `new-${(next += 1)}`,
  };
}

const first: Row = { id: "a", cells: { what: "Team", amounts: { "2013-14": 100_00 } } };

describe("a block put into the grid", () => {
  test("amounts of several years become one change of the line and keep the other years", () => {
    expect(blockEdits(tableOf([first]), { row: 0, column: 4 }, [["1,250.50"]])).toEqual([
      { do: "cell", question: "costs", row: "a", column: "amounts", value: { "2013-14": 100_00, "2014-15": 1_250_50 } },
    ]);
  });

  test("what cannot be read as an amount is kept as it was typed", () => {
    expect(blockEdits(tableOf([first]), { row: 0, column: 3 }, [["about 5k", "7"]])).toEqual([
      {
        do: "cell",
        question: "costs",
        row: "a",
        column: "amounts",
        value: { "2013-14": { unread: "about 5k" }, "2014-15": 700 },
      },
    ]);
  });

  test("lines below the last one are added, and empty ones are not", () => {
    expect(
      blockEdits(tableOf([first]), { row: 1, column: 0 }, [
        ["Van", "one-off", "yes", "£9"],
        ["", "", "", ""],
      ]),
    ).toEqual([
      {
        do: "add-row",
        question: "costs",
        row: { id: "new-1", cells: { what: "Van", nature: "one-off", cashable: true, amounts: { "2013-14": 900 } } },
      },
    ]);
  });

  test("a choice is read by its label, and one that is not there is kept for the check to say so", () => {
    const [known, strange] = blockEdits(tableOf([first, { id: "b", cells: {} }]), { row: 0, column: 1 }, [
      ["ONE-OFF"],
      ["Twice"],
    ]);
    expect(known).toMatchObject({ value: "one-off" });
    expect(strange).toMatchObject({ row: "b", value: "Twice" });
  });

  test("text that is no yes or no leaves the cell as it is", () => {
    expect(blockEdits(tableOf([first]), { row: 0, column: 2 }, [["perhaps"]])).toEqual([]);
  });

  test("columns beyond the last one are left out", () => {
    expect(blockEdits(tableOf([first]), { row: 0, column: 4 }, [["1", "2", "3"]])).toHaveLength(1);
  });
});

describe("clearing and copying", () => {
  test("clearing takes the values of the rectangle away, and a line of amounts that is empty then goes too", () => {
    expect(clearEdits(tableOf([first]), rangeBetween({ row: 0, column: 4 }, { row: 3, column: 3 }))).toEqual([
      { do: "cell", question: "costs", row: "a", column: "amounts", value: null },
    ]);
  });

  test("a rectangle is copied as a spreadsheet takes it", () => {
    const table = tableOf([first, { id: "b", cells: { what: 'A "new"\nvan', cashable: false } }]);
    expect(rowsText(table, rangeBetween({ row: 0, column: 0 }, { row: 1, column: 3 }))).toBe(
      'Team\t\t\t100\n"A ""new""\nvan"\t\tNo\t',
    );
  });
});

describe("totals of the grid", () => {
  const rows: Row[] = [first, { id: "b", cells: { amounts: { "2013-14": 50, "2014-15": { unread: "x" } } } }];
  const { columns: shown } = tableOf(rows);

  test("a line adds its years, and what cannot be read adds nothing", () => {
    expect(rows.map((row) => lineTotal(row, shown))).toEqual([100_00, 50]);
  });

  test("a year adds its lines, and columns without amounts have no total", () => {
    expect(columnTotals(rows, shown)).toEqual([undefined, undefined, undefined, 100_50, 0]);
  });
});
