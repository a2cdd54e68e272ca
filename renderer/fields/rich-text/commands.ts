import { toggleMark } from "prosemirror-commands";
import { redo, undo } from "prosemirror-history";
import type { NodeType } from "prosemirror-model";
import { liftListItem, sinkListItem, wrapInList } from "prosemirror-schema-list";
import type { Command, EditorState } from "prosemirror-state";
import { addColumnAfter, addRowAfter, deleteColumn, deleteRow, deleteTable, isInTable } from "prosemirror-tables";
import { schema } from "./schema.ts";

function nodeType(name: string): NodeType {
  const type = schema.nodes[name];
  if (!type) throw new Error(`The editor has no ${name}`);
  return type;
}

function markType(name: "bold" | "italic" | "link") {
  const type = schema.marks[name];
  if (!type) throw new Error(`The editor has no ${name}`);
  return type;
}

export const listItem = nodeType("list_item");
export const toggleBold = toggleMark(markType("bold"));
export const toggleItalic = toggleMark(markType("italic"));
export const indent = sinkListItem(listItem);
export const outdent = liftListItem(listItem);

/** Whether the selection, or the place of the cursor, carries a mark. */
export function hasMark(state: EditorState, name: "bold" | "italic" | "link"): boolean {
  const { from, to, empty, $from } = state.selection;
  const type = markType(name);
  if (empty) return Boolean(type.isInSet(state.storedMarks ?? $from.marks()));
  return state.doc.rangeHasMark(from, to, type);
}

/** The kind of the innermost list around the cursor. */
export function listAround(state: EditorState): "bullet_list" | "ordered_list" | undefined {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    const { name } = $from.node(depth).type;
    if (name === "bullet_list" || name === "ordered_list") return name;
  }
  return undefined;
}

/** Makes paragraphs a list, turns one kind of list into the other, or takes items out of their list. */
export function toggleList(name: "bullet_list" | "ordered_list"): Command {
  return (state, dispatch) => {
    const around = listAround(state);
    if (around === undefined) return wrapInList(nodeType(name))(state, dispatch);
    if (around === name) return outdent(state, dispatch);
    return changeList(state, dispatch, name);
  };
}

function changeList(state: EditorState, dispatch: Parameters<Command>[1], name: string): boolean {
  const { $from } = state.selection;
  for (let depth = $from.depth; depth > 0; depth -= 1) {
    if (!$from.node(depth).type.name.endsWith("_list")) continue;
    dispatch?.(state.tr.setNodeMarkup($from.before(depth), nodeType(name)));
    return true;
  }
  return false;
}

/** A table of three columns with a heading row and two rows, after the paragraph where the cursor is. */
export const insertTable: Command = (state, dispatch) => {
  if (isInTable(state)) return false;
  const row = (cell: string) =>
    nodeType("table_row").create(
      null,
      Array.from({ length: 3 }, () => nodeType(cell).createAndFill()).filter((one) => one !== null),
    );
  const table = nodeType("table").create(null, [row("table_header"), row("table_cell"), row("table_cell")]);
  dispatch?.(state.tr.replaceSelectionWith(table).scrollIntoView());
  return true;
};

export function setLink(href: string): Command {
  return (state, dispatch) => {
    const { from, to, empty } = state.selection;
    if (empty) dispatch?.(state.tr.insert(from, schema.text(href, [schema.mark("link", { href })])));
    else dispatch?.(state.tr.addMark(from, to, schema.mark("link", { href })));
    return true;
  };
}

export const removeLink: Command = (state, dispatch) => {
  const { from, to } = state.selection;
  dispatch?.(state.tr.removeMark(from, to, markType("link")));
  return true;
};

/** Commands that make sense only inside a table. */
export const tableCommands = [
  { name: "Add row", command: addRowAfter },
  { name: "Add column", command: addColumnAfter },
  { name: "Remove row", command: deleteRow },
  { name: "Remove column", command: deleteColumn },
  { name: "Remove table", command: deleteTable },
] as const;

export const inTable = isInTable;
export { redo, undo };
