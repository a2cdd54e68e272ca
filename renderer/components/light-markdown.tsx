import { useMemo } from "react";
import { fromMarkdown } from "../../src/fields/markdown.ts";
import { RichTextView } from "./rich-text-view.tsx";

/** Guidance of a scheme, which is written as light Markdown. */
export function LightMarkdown({ text }: { text: string }) {
  const value = useMemo(() => fromMarkdown(text), [text]);
  return <RichTextView value={value} />;
}
