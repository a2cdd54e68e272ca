import { fits } from "../fields/answer.ts";
import type { FieldOf } from "../fields/registry.ts";
import { questionOf, type Question, type Scheme } from "../schemes/scheme-schema.ts";
import type { Edit } from "./edit.ts";

/**
 * Why an edit could not be stored at all; undefined when it can.
 * A value that is merely wrong is stored and becomes a finding.
 */
export function refusalOf(change: Edit, scheme: Scheme): string | undefined {
  switch (change.do) {
    case "retitle":
    case "mark":
      return undefined;
    case "choose-strand":
      return scheme.strands.some((one) => one.id === change.strand)
        ? undefined
        : `There is no strand ${change.strand}.`;
    case "adopt-scheme":
      return change.version === scheme.version
        ? undefined
        : `Version ${change.version} of the scheme is not the one that is here; that is ${scheme.version}.`;
    default: {
      const question = questionOf(scheme, change.question);
      return question ? answerRefusal(change, question) : `The scheme has no question ${change.question}.`;
    }
  }
}

type AnswerEdit = Extract<Edit, { question: string }>;

function answerRefusal(change: AnswerEdit, question: Question): string | undefined {
  if (change.do === "answer") {
    const storable = change.value === null || fits(question, change.value);
    return storable ? undefined : `${question.label}: not a value of its kind.`;
  }
  return question.kind === "table" ? rowRefusal(change, question) : `${question.label} is not a table.`;
}

function rowRefusal(change: Exclude<AnswerEdit, { do: "answer" }>, table: FieldOf<"table">): string | undefined {
  if (change.do === "add-row") {
    return fits(table, [change.row]) ? undefined : `${table.label}: not a line of this table.`;
  }
  if (change.do !== "cell" || change.value === null) return undefined;
  const column = table.columns.find((one) => one.id === change.column);
  return column && fits(column, change.value) ? undefined : `${table.label}: not a value for ${change.column}.`;
}
