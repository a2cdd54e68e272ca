import type { Difference } from "./compare.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";

export interface SectionDifferences {
  section: string;
  title: string;
  differences: Difference[];
}

/** Differences under the sections of the form; what is about the bid as a whole comes first. */
export function bySection(scheme: Scheme, differences: readonly Difference[]): SectionDifferences[] {
  const head = {
    section: "",
    title: "The bid as a whole",
    differences: differences.filter(({ question }) => question.startsWith(":")),
  };
  const sections = scheme.sections.map(({ id, title, questions }) => {
    const own = new Set(questions.map((question) => question.id));
    return { section: id, title, differences: differences.filter(({ question }) => own.has(question)) };
  });
  return [head, ...sections].filter((one) => one.differences.length > 0);
}
