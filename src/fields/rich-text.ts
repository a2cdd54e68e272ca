import * as z from "zod";

/** Text with its marks. Nothing here that Word cannot carry natively. */
export interface Span {
  text: string;
  bold?: true;
  italic?: true;
  /** http, https or mailto. */
  link?: string;
}

export type RichBlock =
  | { type: "paragraph"; spans: Span[] }
  | { type: "list"; ordered: boolean; items: RichBlock[][] }
  | { type: "table"; rows: RichBlock[][][] };

/** A formatted answer: paragraphs, bulleted and numbered lists, and tables whose first row is the heading. */
export interface RichText {
  blocks: RichBlock[];
}

const safeLink = /^(?:https?:\/\/|mailto:)/i;

/** Links that open something other than a web page or a new message are dropped; their text stays. */
export function isSafeLink(link: string): boolean {
  return safeLink.test(link);
}

const span: z.ZodType<Span> = z.strictObject({
  text: z.string(),
  bold: z.literal(true).exactOptional(),
  italic: z.literal(true).exactOptional(),
  link: z.string().regex(safeLink).exactOptional(),
});

const maximumDepth = 12;

function blockShape(depth: number): z.ZodType<RichBlock> {
  const paragraph = z.strictObject({ type: z.literal("paragraph"), spans: z.array(span) });
  if (depth === 0) return paragraph;
  const inner = z.array(z.lazy(() => blockShape(depth - 1)));
  return z.discriminatedUnion("type", [
    paragraph,
    z.strictObject({ type: z.literal("list"), ordered: z.boolean(), items: z.array(inner) }),
    z.strictObject({ type: z.literal("table"), rows: z.array(z.array(inner)) }),
  ]) as z.ZodType<RichBlock>;
}

export const richTextShape: z.ZodType<RichText> = z.strictObject({ blocks: z.array(blockShape(maximumDepth)) });

/** One line of text for each paragraph, item and cell: what is counted, searched and compared. */
export function plainText(value: RichText): string {
  return blockLines(value.blocks).join("\n");
}

function blockLines(blocks: readonly RichBlock[]): string[] {
  return blocks.flatMap((block) => {
    switch (block.type) {
      case "paragraph":
        return [block.spans.map((part) => part.text).join("")];
      case "list":
        return block.items.flatMap(blockLines);
      case "table":
        return block.rows.flatMap((row) => row.flatMap(blockLines));
    }
  });
}
