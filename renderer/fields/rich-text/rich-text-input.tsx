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
  const [active, setActive] = useState(false);
  const [editing, setEditing] = useState<{ view: EditorView; state: EditorState }>();
  const clickedAt = useRef<{ left: number; top: number }>(undefined);
  const box = useRef<HTMLDivElement>(null);
  const leave = (event: FocusEvent) => {
    if (!box.current?.contains(event.relatedTarget) && document.hasFocus()) {
      clickedAt.current = undefined;
      setActive(false);
    }
  };
  const textbox = { role: "textbox", "aria-multiline": "true", "aria-labelledby": `${id}-label`, ...controlState(state) };
  const attributes = Object.fromEntries(Object.entries(textbox).map(([name, text]) => [name, String(text)]));

  return (
    <div className="app-rich-text" ref={box} onFocus={() => setActive(true)} onBlur={leave}>
      <RichTextToolbar controls={id} editing={editing} />
      <div className={`app-rich-text__page ${state.invalid ? "app-rich-text__page--error" : ""}`}>
        {active ? (
          <RichTextEditor
            value={answer}
            clickedAt={clickedAt.current}
            attributes={{ ...attributes, id, class: "app-prose app-rich-text__text" }}
            onChange={(next) => onChange(plainText(next).trim() === "" ? null : next, "typing")}
            onState={(view, now) => setEditing(view && now ? { view, state: now } : undefined)}
          />
        ) : (
          <div
            id={id}
            {...textbox}
            aria-multiline
            tabIndex={0}
            className="app-prose app-rich-text__text"
            onMouseDown={(event) => {
              clickedAt.current = { left: event.clientX, top: event.clientY };
            }}
          >
            <RichTextView value={answer} />
          </div>
        )}
      </div>
      <WordCount value={answer} limit={field.words} />
    </div>
  );
}
