import type { Citation } from "../rules/rule.ts";
import { partNamesOf } from "../schemes/part-names.ts";
import { whenOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { DocumentBlock, TableColumn } from "./blocks.ts";
import { citationText } from "./findings-blocks.ts";

/** What is held of a scheme beside its rules: dates, limits, what is sent, what came of it, and what is not known. */
export function knownOfScheme(scheme: Scheme): DocumentBlock[] {
  const names = partNamesOf(scheme);
  const sourced = (sources: readonly Citation[]) => sources.map((one) => citationText(scheme, one)).join("\n");
  return [
    { type: "heading", level: 1, text: "The scheme itself", newPage: true },
    ...table(
      "Dates",
      ["What", "When", "Source"],
      scheme.dates.map((one) => [one.label, whenOf(one), sourced(one.sources)]),
    ),
    ...table(
      "Figures",
      ["Figure", "Source"],
      Object.entries(scheme.figures).map(([id, { sources }]) => [names.figure(id), sourced(sources)]),
    ),
    ...table(
      "What is sent",
      ["What", "Form", "Source"],
      scheme.pack.contents.map((one) => [one.what, one.form, sourced(one.sources)]),
    ),
    ...table(
      "Rules on files and sending",
      ["Rule", "Source"],
      scheme.pack["file-rules"].map((one) => [one.says, sourced(one.sources)]),
    ),
    ...table(
      "What came of it",
      ["What", "Figure", "Source"],
      scheme.outcomes.map((one) => [one.label, one.value, sourced(one.sources)]),
    ),
    ...table(
      "Known, and not tested",
      ["Id", "What is known", "Why no bid is tested against it", "Source"],
      scheme.context.map((one) => [one.register, one.says, one["not-tested-because"], sourced(one.sources)]),
    ),
    ...notPublished(scheme),
  ];
}

function notPublished(scheme: Scheme): DocumentBlock[] {
  const items = scheme["not-published"];
  if (items.length === 0) return [];
  return [
    { type: "heading", level: 2, text: "Not published in the sources held" },
    { type: "bullets", items },
  ];
}

/** The first column is narrow where it holds an id; the last always holds sources. */
function table(title: string, heads: readonly string[], rows: readonly string[][]): DocumentBlock[] {
  if (rows.length === 0) return [];
  const columns = heads.map((head): TableColumn => ({ title: head, share: head === "Id" ? 2 : 5 }));
  return [
    { type: "heading", level: 2, text: title },
    { type: "table", caption: title, columns, rows, ...(heads.length > 3 ? { dense: true as const } : {}) },
  ];
}
