import { confidenceOf, confidenceWords, severities, type Confidence } from "../rules/rule.ts";
import { questionsOf, type Scheme } from "./scheme-schema.ts";

/** A scheme with how many example bids its folder holds. */
export interface CountedScheme {
  scheme: Scheme;
  exampleBids: number;
}

/**
 * What the schemes hold, as Markdown for the authors' guide: one table of schemes, one of the ids of the register of
 * facts, each with the rules that test it or the reason why no bid can be tested against it.
 */
export function schemeTable(schemes: readonly CountedScheme[]): string {
  return [schemesTable(schemes), registerTable(schemes.map((one) => one.scheme))].join("\n\n");
}

const confidenceNames = Object.keys(confidenceWords) as Confidence[];

function schemesTable(schemes: readonly CountedScheme[]): string {
  const heads = [
    "scheme",
    "strands",
    "questions",
    "rules",
    "by severity",
    "by confidence",
    "worked examples",
    "example bids",
    "register ids",
  ];
  const rows = schemes.map(({ scheme, exampleBids }) => {
    const { rules, context } = scheme;
    const registers = new Set([...rules, ...context].map((one) => one.register));
    return [
      `${scheme.title} (\`${scheme.id}\`)`,
      scheme.strands.length,
      questionsOf(scheme).length,
      rules.length,
      tally(
        severities,
        rules.map((rule) => rule.severity),
      ),
      tally(
        confidenceNames,
        rules.map((rule) => confidenceOf(rule.sources)),
      ),
      rules.flatMap((rule) => rule.examples).length,
      exampleBids,
      registers.size,
    ];
  });
  return markdown(heads, rows);
}

function tally<T extends string>(names: readonly T[], found: readonly T[]): string {
  const counts = names.map((name) => [found.filter((one) => one === name).length, name] as const);
  return counts.flatMap(([count, name]) => (count > 0 ? [`${count} ${name}`] : [])).join(", ");
}

interface RegisterRow {
  /** `scheme: rule, rule`. */
  tested: string[];
  because: Set<string>;
}

function registerTable(schemes: readonly Scheme[]): string {
  const rows = new Map<string, RegisterRow>();
  const rowOf = (id: string) => {
    const row = rows.get(id) ?? { tested: [], because: new Set<string>() };
    rows.set(id, row);
    return row;
  };
  for (const scheme of schemes) {
    for (const id of new Set(scheme.rules.map((rule) => rule.register))) {
      const rules = scheme.rules.filter((rule) => rule.register === id).map((rule) => `\`${rule.id}\``);
      rowOf(id).tested.push(`${scheme.id}: ${rules.join(", ")}`);
    }
    for (const fact of scheme.context) rowOf(fact.register).because.add(fact["not-tested-because"]);
  }
  const sorted = [...rows].toSorted(([a], [b]) => a.localeCompare(b, "en-GB", { numeric: true }));
  return markdown(
    ["id", "tested by", "where not tested, why"],
    sorted.map(([id, { tested, because }]) => [id, tested.join("; "), [...because].join(" ")]),
  );
}

function markdown(heads: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  const line = (cells: readonly (string | number)[]) =>
    `| ${cells.map((cell) => String(cell).replaceAll("|", "\\|")).join(" | ")} |`;
  return [line(heads), line(heads.map(() => "---")), ...rows.map(line)].join("\n");
}
