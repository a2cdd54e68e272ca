import { conditionInWords } from "../rules/condition-words.ts";
import { confidenceOf, confidenceWords, severities, type Rule } from "../rules/rule.ts";
import { partNamesOf } from "../schemes/part-names.ts";
import { workedExamples, type WorkedExample } from "../schemes/run-examples.ts";
import { questionOf, type Scheme } from "../schemes/scheme-schema.ts";
import { longDate } from "../shared/dates.ts";
import type { DocumentBlock, DocumentTable, WordDocument } from "./blocks.ts";
import { citationText, severityHeadings } from "./findings-blocks.ts";
import { knownOfScheme } from "./scheme-facts-blocks.ts";

/**
 * The rule book of a scheme, for a section 151 officer to read and keep: every rule with its source, what it tests in
 * words, and its worked examples with their working.
 */
export function ruleBook(scheme: Scheme): WordDocument {
  const rules = severities.flatMap((severity) => ruleGroup(scheme, severity));
  return {
    title: `Rule book: ${scheme.title}`,
    subtitle: scheme.publisher,
    author: "Bidwright",
    about: "About this scheme",
    cover: cover(scheme),
    marking: "OFFICIAL",
    draft: false,
    notes: [
      "Every rule stands here once, in our own words, with where it comes from and how sure that source is. The examples were run when this book was made.",
    ],
    parts: [{ landscape: false, blocks: [...howToRead, ...rules, ...knownOfScheme(scheme)] }],
  };
}

function cover(scheme: Scheme): [string, string][] {
  const counts = severities.map((severity) => {
    const count = scheme.rules.filter((rule) => rule.severity === severity).length;
    return `${count} ${severityHeadings[severity].toLowerCase()}`;
  });
  return [
    ["Scheme", `${scheme.title}, version ${scheme.version}`],
    ["Publisher", scheme.publisher],
    ["Strands", scheme.strands.map((strand) => strand.title).join("; ")],
    ["Judged as on", longDate(scheme["judged-on"])],
    ["Rules", `${scheme.rules.length}: ${counts.join(", ")}`],
    ["Worked examples", String(scheme.rules.flatMap((rule) => rule.examples).length)],
  ];
}

const howToRead: DocumentBlock[] = [
  { type: "heading", level: 1, text: "How to read a rule" },
  {
    type: "bullets",
    items: [
      "A rule is met, not met, cannot be told yet, or does not apply. What is not answered is never taken as met.",
      "A blocker that is not met, or cannot be told, stops a final submission pack. A warning or advice that is not met does not.",
      "A rule known only by inference or from memory never stops a bid.",
      "The nearest change is one that was made and judged again, and met the rule.",
    ],
  },
];

function ruleGroup(scheme: Scheme, severity: Rule["severity"]): DocumentBlock[] {
  const rules = scheme.rules.filter((rule) => rule.severity === severity);
  if (rules.length === 0) return [];
  const heading: DocumentBlock = { type: "heading", level: 1, text: severityHeadings[severity], newPage: true };
  return [heading, ...rules.flatMap((rule) => ruleBlocks(scheme, rule))];
}

function ruleBlocks(scheme: Scheme, rule: Rule): DocumentBlock[] {
  const names = partNamesOf(scheme);
  const facts: [string, string][] = [
    ["Source", rule.sources.map((source) => citationText(scheme, source)).join("\n")],
    ["How sure", confidenceWords[confidenceOf(rule.sources)]],
    ["Applies", rule.applies ? `Where ${conditionInWords(rule.applies, names)}` : "Always"],
    ["Met", `Where ${conditionInWords(rule.test, names)}`],
    ["Leads to", questionOf(scheme, rule.about)?.label ?? rule.about],
    ...(rule.advice === undefined ? [] : ([["What to do", rule.advice]] as [string, string][])),
  ];
  return [
    { type: "heading", level: 2, text: `${rule.register}: ${rule.says}` },
    {
      type: "table",
      caption: `${rule.register}, what it says`,
      columns: [
        { title: "Of the rule", share: 3 },
        { title: "What", share: 13 },
      ],
      rows: facts,
    },
    examplesTable(rule, workedExamples(scheme, rule)),
  ];
}

function examplesTable(rule: Rule, examples: readonly WorkedExample[]): DocumentTable {
  return {
    type: "table",
    caption: `${rule.register}, worked examples`,
    dense: true,
    columns: [
      { title: "Example", share: 3 },
      { title: "Given", share: 5 },
      { title: "Outcome", share: 2 },
      { title: "Working and nearest change", share: 6 },
    ],
    rows: examples.map(({ name, given, outcome, working, fix }) => [
      name,
      given.length === 0 ? "Nothing" : given.map(({ label, text }) => `${label}: ${text}`).join("\n"),
      outcome,
      fix === undefined ? working : `${working}\nNearest change: ${fix}`,
    ]),
  };
}
