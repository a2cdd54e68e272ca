import { Schema, type MarkSpec, type NodeSpec } from "prosemirror-model";
import { tableNodes } from "prosemirror-tables";
import { isSafeLink } from "../../../src/fields/rich-text.ts";

const nodes: Record<string, NodeSpec> = {
  doc: { content: "block+" },
  paragraph: { content: "inline*", group: "block", parseDOM: [{ tag: "p" }], toDOM: () => ["p", 0] },
  bullet_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ul" }], toDOM: () => ["ul", 0] },
  ordered_list: { content: "list_item+", group: "block", parseDOM: [{ tag: "ol" }], toDOM: () => ["ol", 0] },
  list_item: { content: "paragraph block*", defining: true, parseDOM: [{ tag: "li" }], toDOM: () => ["li", 0] },
  ...tableNodes({ tableGroup: "block", cellContent: "block+", cellAttributes: {} }),
  text: { group: "inline" },
  hard_break: { inline: true, group: "inline", selectable: false, parseDOM: [{ tag: "br" }], toDOM: () => ["br"] },
};

const marks: Record<string, MarkSpec> = {
  link: {
    attrs: { href: { validate: "string" } },
    inclusive: false,
    parseDOM: [{ tag: "a[href]", getAttrs: (link) => readLink(link.getAttribute("href") ?? "") }],
    toDOM: (mark) => ["a", { href: String(mark.attrs["href"]), rel: "noreferrer" }, 0],
  },
  bold: {
    parseDOM: [
      // Google Docs wraps all it copies in a <b> that is not bold.
      { tag: "b", getAttrs: (node) => node.style.fontWeight !== "normal" && null },
      { tag: "strong" },
      { tag: "h1, h2, h3, h4, h5, h6", consuming: false },
      { style: "font-weight", getAttrs: (weight) => /^(?:bold(?:er)?|[6-9]\d\d)$/.test(weight) && null },
    ],
    toDOM: () => ["strong", 0],
  },
  italic: {
    parseDOM: [{ tag: "i" }, { tag: "em" }, { style: "font-style=italic" }],
    toDOM: () => ["em", 0],
  },
};

/** A link that opens something other than a web page or a new message loses the link and keeps its text. */
function readLink(href: string): { href: string } | false {
  return isSafeLink(href) ? { href } : false;
}

/** What the editor can hold: exactly what a formatted answer can, and so what Word can. */
export const schema = new Schema({ nodes, marks });
