import { isEmpty } from "../fields/answer.ts";
import type { Question, Scheme } from "../schemes/scheme-schema.ts";
import type { Finding, SectionState, SectionStatus } from "./findings.ts";

interface Shown {
  shown: readonly Question[];
  answers: Readonly<Record<string, unknown>>;
  findings: readonly Finding[];
}

/** The state of every section, worked out from its answers and findings; nobody ticks it by hand. */
export function sectionStates(scheme: Scheme, { shown, answers, findings }: Shown): SectionState[] {
  return scheme.sections.map((section) => {
    const ids = new Set(section.questions.map((question) => question.id));
    const asked = shown.filter((question) => ids.has(question.id));
    const answered = asked.filter((question) => !isEmpty(question, answers[question.id]));
    const here = findings.filter((finding) => ids.has(finding.place.question));
    const blockers = here.filter((finding) => finding.severity === "blocker");
    return {
      section: section.id,
      status: statusOf(asked.length, answered.length, blockers),
      asked: asked.length,
      answered: answered.length,
      blockers: blockers.length,
      warnings: here.filter((finding) => finding.severity === "warning").length,
    };
  });
}

function statusOf(asked: number, answered: number, blockers: readonly Finding[]): SectionStatus {
  if (asked === 0) return "not needed";
  if (blockers.length === 0 && answered > 0) return "complete";
  if (answered === 0) return blockers.length === 0 ? "optional" : "not started";
  return blockers.some((finding) => finding.outcome === "not met") ? "needs attention" : "in progress";
}
