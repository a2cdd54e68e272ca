import { DOMParser, type ParseOptions } from "prosemirror-model";
import { TextSelection, type EditorState, type Transaction } from "prosemirror-state";
import { EditorView } from "prosemirror-view";
import { useEffectEvent, useLayoutEffect, useRef } from "react";
import type { RichText } from "../../../src/fields/rich-text.ts";
import { fromDocument } from "./convert.ts";
import { startState } from "./editor-state.ts";
import { hideStyles, restoreStyles } from "./pasted-styles.ts";
import { schema } from "./schema.ts";
import { cleanWordPaste } from "./word-paste.ts";

interface RichTextEditorProps {
  value: RichText;
  /** Where in the window the officer clicked; the cursor goes there. */
  clickedAt: { left: number; top: number } | undefined;
  attributes: Record<string, string>;
  onChange(value: RichText): void;
  /** Called with the view when it is there, on every change of state, and with nothing when it is gone. */
  onState(view: EditorView | undefined, state?: EditorState): void;
}

/** Cleans what Word puts on the clipboard before it is read. The clipboard is parsed already, so no HTML text is made. */
class PasteParser extends DOMParser {
  override parseSlice(dom: globalThis.Node, options?: ParseOptions) {
    if (dom instanceof HTMLElement) {
      cleanWordPaste(dom);
      restoreStyles(dom);
    }
    return super.parseSlice(dom, options);
  }
}

const pasteParser = new PasteParser(schema, DOMParser.fromSchema(schema).rules);

/** The editor itself, mounted only while its answer is being written. */
export function RichTextEditor({ value, clickedAt, attributes, onChange, onState }: RichTextEditorProps) {
  const place = useRef<HTMLDivElement>(null);
  const told = useEffectEvent(onState);
  const apply = useEffectEvent((view: EditorView, transaction: Transaction) => {
    const state = view.state.apply(transaction);
    view.updateState(state);
    if (transaction.docChanged) onChange(fromDocument(state.doc));
    onState(view, state);
  });
  const start = useEffectEvent((mount: HTMLElement) => {
    const view = new EditorView(mount, {
      state: startState(value),
      attributes,
      transformPastedHTML: hideStyles,
      clipboardParser: pasteParser,
      dispatchTransaction(this: EditorView, transaction) {
        apply(this, transaction);
      },
    });
    placeCursor(view, clickedAt);
    onState(view, view.state);
    return view;
  });

  useLayoutEffect(() => {
    if (!place.current) return undefined;
    const view = start(place.current);
    return () => {
      view.destroy();
      told(undefined);
    };
  }, []);
  return <div ref={place} />;
}

function placeCursor(view: EditorView, clickedAt: RichTextEditorProps["clickedAt"]): void {
  const clicked = clickedAt && view.posAtCoords(clickedAt);
  if (clicked) view.dispatch(view.state.tr.setSelection(TextSelection.near(view.state.doc.resolve(clicked.pos))));
  view.focus();
}
