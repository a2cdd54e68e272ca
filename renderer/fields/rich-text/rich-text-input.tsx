import type { EditorState } from "prosemirror-state";
import type { EditorView } from "prosemirror-view";
import { useRef, useState, type FocusEvent } from "react";
import { plainText, type RichText } from "../../../src/fields/rich-text.ts";
import { RichTextView } from "../../components/rich-text-view.tsx";
import { controlState, type WidgetProps } from "../widget-props.ts";
import { RichTextEditor } from "./rich-text-editor.tsx";
import { RichTextToolbar } from "./rich-text-toolbar.tsx";
import { WordCount } from "./word-count.tsx";

const nothing: RichText = { blocks: [] };

/** A long answer: shown as it reads, and an editor while it is being written. */
export function RichTextInput({ id, field, value, onChange, ...state }: WidgetProps<"rich-text">) {
  const answer = (value ?? nothing) as RichText;
  const writing = useWriting();
  const textbox = { role: "textbox", "aria-labelledby": `${id}-label`, ...controlState(state) };
  const attributes = Object.fromEntries(Object.entries(textbox).map(([name, text]) => [name, String(text)]));
  return (
    <div className="app-rich-text" {...writing.box}>
      <RichTextToolbar controls={id} editing={writing.editing} />
      <div className={`app-rich-text__page ${state.invalid ? "app-rich-text__page--error" : ""}`}>
        {writing.active ? (
          <RichTextEditor
            value={answer}
            clickedAt={writing.clickedAt}
            attributes={{ ...attributes, "aria-multiline": "true", id, class: "app-prose app-rich-text__text" }}
            onChange={(next) => onChange(plainText(next).trim() === "" ? null : next, "typing")}
            onState={writing.setEditing}
          />
        ) : (
          <div
            id={id}
            {...textbox}
            aria-multiline
            tabIndex={0}
            className="app-prose app-rich-text__text"
            onMouseDown={(event) => writing.click({ left: event.clientX, top: event.clientY })}
          >
            <RichTextView value={answer} />
          </div>
        )}
      </div>
      <WordCount value={answer} limit={field.words} />
    </div>
  );
}

/** Whether the answer is being written now: from the first focus inside the box until the focus leaves it. */
function useWriting() {
  const box = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState(false);
  const [clickedAt, setClickedAt] = useState<{ left: number; top: number }>();
  const [editing, setEditing] = useState<{ view: EditorView; state: EditorState }>();
  const leave = (event: FocusEvent) => {
    if (box.current?.contains(event.relatedTarget) || !document.hasFocus()) return;
    setClickedAt(undefined);
    setActive(false);
  };
  return {
    box: { ref: box, onFocus: () => setActive(true), onBlur: leave },
    active,
    clickedAt,
    click: setClickedAt,
    editing,
    setEditing: (view: EditorView | undefined, state?: EditorState) =>
      setEditing(view && state ? { view, state } : undefined),
  };
}
