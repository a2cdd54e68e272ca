import type { SchemeChange, SchemePart } from "./scheme-change.ts";

const partWords: Record<SchemePart, string> = {
  scheme: "Scheme",
  strand: "Strand",
  section: "Section",
  question: "Question",
  rule: "Rule",
  figure: "Figure",
  table: "Table",
  document: "Document",
  appraisal: "Appraisal",
  pack: "Submission pack",
};

/** Longer texts are cut: what changed stands at the place that is named. */
const longest = 300;

/** One change of a scheme for people: what it is about, and each setting that differs. */
export function changeLines({ part, kind, label, settings }: SchemeChange): { title: string; settings: string[] } {
  return {
    title: `${partWords[part]} ${kind}: ${label}`,
    settings: settings.map(({ what, before, after }) => `${what}: ${shown(before)} → ${shown(after)}`),
  };
}

function shown(text: string): string {
  if (text === "") return "nothing";
  return text.length > longest ? `${text.slice(0, longest)}…` : text;
}
