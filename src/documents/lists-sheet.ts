import { fromAnySheet, rangeAt } from "./cell-address.ts";
import { fixed, headingRow, type DefinedName, type WorkbookSheet } from "./workbook-model.ts";

/** Choices that input cells offer, and the defined name they are reached by. */
export interface ChoiceList {
  name: string;
  title: string;
  items: readonly string[];
}

const sheetName = "Lists";
const notes = ["The choices offered in the coloured cells of the other sheets."];

/** Every list of choices, one to a column: a list of its own has no limit of length, and a label may hold a comma. */
export function listsSheet(lists: readonly ChoiceList[]): { sheet: WorkbookSheet; names: DefinedName[] } {
  const first = headingRow(notes) + 1;
  const longest = Math.max(...lists.map((list) => list.items.length));
  const rows = Array.from({ length: longest }, (_, index) =>
    lists.map((list) => fixed(list.items[index] ?? null, "text")),
  );
  const columns = lists.map(({ title }) => ({ title, width: 28 }));
  return {
    sheet: { name: sheetName, title: "Lists", notes, landscape: true, table: { name: "choice_lists", columns, rows } },
    names: lists.map(({ name, items }, index) => ({
      name,
      refersTo: fromAnySheet(sheetName, rangeAt(index + 1, first, first + items.length - 1)),
    })),
  };
}
