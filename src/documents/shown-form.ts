import { isEmpty, textOf } from "../fields/answer.ts";
import { questionsOf, type Question, type Section } from "../schemes/scheme-schema.ts";
import type { DocumentInput } from "./document-input.ts";

/** A question as it stands in a document, with the number it is known by there. */
export interface NumberedQuestion {
  number: string;
  question: Question;
  value: unknown;
}

export interface NumberedSection {
  number: string;
  section: Section;
  questions: NumberedQuestion[];
}

type FormInput = Pick<DocumentInput, "scheme" | "bid"> & { check: Pick<DocumentInput["check"], "hidden"> };

/** Every section with a question to show, in the scheme's order. Hidden questions take no number. */
export function shownSections({ scheme, bid, check }: FormInput): NumberedSection[] {
  const hidden = new Set(check.hidden);
  return scheme.sections
    .map((section) => ({ section, shown: section.questions.filter((question) => !hidden.has(question.id)) }))
    .filter(({ shown }) => shown.length > 0)
    .map(({ section, shown }, index) => {
      const number = String(index + 1);
      const questions = shown.map((question, position) => {
        return { number: `${number}.${position + 1}`, question, value: bid.answers[question.id] };
      });
      return { number, section, questions };
    });
}

/** The body that sends the bid: the first organisation its form asks for. */
export function leadAuthority({ scheme, bid, check }: DocumentInput): string {
  const asked = questionsOf(scheme).find((one) => one.kind === "organisation" && !check.hidden.includes(one.id));
  return asked && !isEmpty(asked, bid.answers[asked.id]) ? textOf(asked, bid.answers[asked.id]) : "Not stated yet";
}

export function strandTitle({ scheme, bid }: DocumentInput): string {
  return scheme.strands.find((strand) => strand.id === bid.strand)?.title ?? "Not chosen yet";
}
