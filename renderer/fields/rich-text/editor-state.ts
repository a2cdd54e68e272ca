import { baseKeymap, chainCommands, exitCode } from "prosemirror-commands";
import { history } from "prosemirror-history";
import { keymap } from "prosemirror-keymap";
import { splitListItem } from "prosemirror-schema-list";
import { EditorState, Selection, type Command } from "prosemirror-state";
import { goToNextCell, tableEditing } from "prosemirror-tables";
import type { RichText } from "../../../src/fields/rich-text.ts";
import { indent, listItem, outdent, redo, toggleBold, toggleItalic, toggleList, undo } from "./commands.ts";
import { toDocument } from "./convert.ts";
import { schema } from "./schema.ts";

const lineBreak: Command = chainCommands(exitCode, (state, dispatch) => {
  dispatch?.(state.tr.replaceSelectionWith(schema.node("hard_break")).scrollIntoView());
  return true;
});

/** Tab moves between cells of a table and otherwise leaves the answer, so that nobody is trapped in it. */
const keys = keymap({
  "Mod-b": toggleBold,
  "Mod-i": toggleItalic,
  "Mod-z": undo,
  "Mod-y": redo,
  "Mod-Shift-z": redo,
  "Mod-Shift-8": toggleList("bullet_list"),
  "Mod-Shift-7": toggleList("ordered_list"),
  "Mod-]": indent,
  "Mod-[": outdent,
  Enter: splitListItem(listItem),
  "Shift-Enter": lineBreak,
  Tab: goToNextCell(1),
  "Shift-Tab": goToNextCell(-1),
});

/** The state the editor starts from, with the cursor at the end. */
export function startState(value: RichText): EditorState {
  const doc = toDocument(value);
  return EditorState.create({
    doc,
    selection: Selection.atEnd(doc),
    plugins: [history(), keys, keymap(baseKeymap), tableEditing()],
  });
}
