import type { Command, EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useState } from "react";
import { Toolbar, type ToolbarButton } from "../../components/toolbar.tsx";
import * as commands from "./commands.ts";
import { LinkForm } from "./link-form.tsx";

export interface Editing {
  view: EditorView;
  state: EditorState;
}

/** The tools of a long answer. They work while the answer is being written. */
export function RichTextToolbar({ controls, editing }: { controls: string; editing: Editing | undefined }) {
  const [linking, setLinking] = useState(false);
  const run = (command: Command) => () => {
    if (!editing) return;
    command(editing.view.state, editing.view.dispatch);
    editing.view.focus();
  };
  const linked = editing !== undefined && commands.hasMark(editing.state, "link");
  const link: ToolbarButton = {
    name: linked ? "Remove link" : "Link",
    pressed: undefined,
    onPress: linked ? run(commands.removeLink) : () => setLinking(true),
  };
  const table = editing !== undefined && commands.inTable(editing.state);
  return (
    <>
      <Toolbar
        label="Formatting"
        controls={controls}
        reachable={editing !== undefined}
        buttons={[
          ...textButtons(editing?.state, run),
          link,
          ...(table ? tableButtons(run) : [{ name: "Table", pressed: undefined, onPress: run(commands.insertTable) }]),
        ]}
      />
      {linking && editing && (
        <LinkForm
          id={controls}
          onApply={(href) => {
            setLinking(false);
            run(commands.setLink(href))();
          }}
          onCancel={() => {
            setLinking(false);
            editing.view.focus();
          }}
        />
      )}
    </>
  );
}

type Run = (command: Command) => () => void;

function textButtons(state: EditorState | undefined, run: Run): ToolbarButton[] {
  const list = state && commands.listAround(state);
  const marked = (mark: "bold" | "italic") => state !== undefined && commands.hasMark(state, mark);
  return [
    { name: "Bold", pressed: marked("bold"), onPress: run(commands.toggleBold), shortcut: "Control+B" },
    { name: "Italic", pressed: marked("italic"), onPress: run(commands.toggleItalic), shortcut: "Control+I" },
    { name: "Bullets", pressed: list === "bullet_list", onPress: run(commands.toggleList("bullet_list")) },
    { name: "Numbers", pressed: list === "ordered_list", onPress: run(commands.toggleList("ordered_list")) },
    ...(list
      ? [
          { name: "Indent", pressed: undefined, onPress: run(commands.indent) },
          { name: "Outdent", pressed: undefined, onPress: run(commands.outdent) },
        ]
      : []),
  ];
}

function tableButtons(run: Run): ToolbarButton[] {
  return commands.tableCommands.map(({ name, command }) => ({ name, pressed: undefined, onPress: run(command) }));
}
