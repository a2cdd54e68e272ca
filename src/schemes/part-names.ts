import type { PartNames } from "../rules/condition-words.ts";
import { show } from "../rules/quantities.ts";
import { figureFact } from "./held-figures.ts";
import { measures } from "./measures.ts";
import { questionOf, questionsOf, type Question, type Scheme } from "./scheme-schema.ts";

/** How a scheme calls its parts, for putting its rules into words. */
export function partNamesOf(scheme: Scheme): PartNames {
  const columns = questionsOf(scheme).flatMap((question) => (question.kind === "table" ? question.columns : []));
  const columnOf = (id: string) => columns.find((one) => one.id === id);
  const choicesOf = (id: string) => {
    if (id === "strand") return scheme.strands.map((strand) => ({ id: strand.id, label: strand.title }));
    const field = questionOf(scheme, id) ?? columnOf(id);
    return field && "choices" in field ? (field as Extract<Question, { kind: "choice" }>).choices : [];
  };
  return {
    question: (id) => (id === "strand" ? "Strand" : (questionOf(scheme, id)?.label ?? id)),
    column: (id) => columnOf(id)?.label ?? id,
    choice: (of, id) => choicesOf(of).find((one) => one.id === id)?.label ?? id,
    figure: (id) => {
      const fact = figureFact(scheme, id);
      return fact.known ? `${show(fact.value)} (${fact.label})` : (scheme.figures[id]?.label ?? id);
    },
    measure: (id) => (measures[id]?.label ?? id).replace(/^./, (letter) => letter.toLowerCase()),
    table: (id) => scheme.tables[id]?.label ?? id,
  };
}
