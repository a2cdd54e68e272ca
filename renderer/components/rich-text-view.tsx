import type { ReactNode } from "react";
import type { RichBlock, RichText, Span } from "../../src/fields/rich-text.ts";

/** A formatted answer as it reads. Never made from HTML. Its links cannot be followed: it stands where it is edited. */
export function RichTextView({ value }: { value: RichText }) {
  return <>{value.blocks.map(showBlock)}</>;
}

function showBlock(block: RichBlock, position: number): ReactNode {
  switch (block.type) {
    case "paragraph":
      return <p key={position}>{block.spans.map(showSpan)}</p>;
    case "list": {
      const items = block.items.map((item, index) => <li key={index}>{item.map(showBlock)}</li>);
      return block.ordered ? <ol key={position}>{items}</ol> : <ul key={position}>{items}</ul>;
    }
    case "table":
      return <TableView key={position} rows={block.rows} />;
  }
}

function TableView({ rows }: { rows: RichBlock[][][] }) {
  const [head = [], ...body] = rows;
  return (
    <table>
      <thead>
        <tr>
          {head.map((cell, index) => (
            <th key={index} scope="col">
              {cell.map(showBlock)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody>
        {body.map((row, index) => (
          <tr key={index}>
            {row.map((cell, at) => (
              <td key={at}>{cell.map(showBlock)}</td>
            ))}
          </tr>
        ))}
      </tbody>
    </table>
  );
}

function showSpan(span: Span, position: number): ReactNode {
  const lines = span.text.split("\n").flatMap((line, index) => (index === 0 ? [line] : [<br key={index} />, line]));
  const italic = span.italic ? <em>{lines}</em> : lines;
  const bold = span.bold ? <strong>{italic}</strong> : italic;
  return (
    <span key={position} {...(span.link === undefined ? {} : { className: "app-link-text", title: span.link })}>
      {bold}
    </span>
  );
}
