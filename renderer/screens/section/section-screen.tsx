import { useEffect } from "react";
import type { FindingPlace } from "../../../src/bids/findings.ts";
import type { Question, Section } from "../../../src/schemes/scheme-schema.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { ReadingOnly } from "../../components/reading-only.tsx";
import { focusField } from "../../fields/field-id.ts";
import { ErrorSummary } from "./error-summary.tsx";
import { QuestionBlock } from "./question-block.tsx";
import { SectionFindings } from "./section-findings.tsx";
import { SectionLinks } from "./section-links.tsx";

interface SectionScreenProps {
  bid: BidSession;
  section: string;
  focus: FindingPlace | undefined;
}

/** All questions of one section that apply, with what the check says beside them. */
export function SectionScreen({ bid, section, focus }: SectionScreenProps) {
  const found = bid.scheme.sections.find((one) => one.id === section);
  const position = bid.scheme.sections.findIndex((one) => one.id === section);
  useFocus(focus);
  if (!found) {
    return (
      <>
        <h1 className="govuk-heading-l">There is no such section</h1>
        <a className="govuk-link" href={addressOf("task-list")}>
          Go to the tasks
        </a>
      </>
    );
  }
  const { questions, findings } = shownIn(bid, found);
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("task-list")}>
        Tasks
      </a>
      <span className="govuk-caption-l">
        Section {position + 1} of {bid.scheme.sections.length}
      </span>
      <h1 className="govuk-heading-l">{found.title}</h1>
      {found.about !== undefined && <p className="govuk-body-l app-measure">{found.about}</p>}
      <ErrorSummary bid={bid} findings={findings} />
      <div className="app-section">
        <div className="app-section__form">
          {questions.length === 0 && (
            <p className="govuk-inset-text">Nothing in this section is asked of this strand.</p>
          )}
          <ReadingOnly on={bid.open.readOnly !== undefined}>
            {questions.map((question) => (
              <QuestionBlock
                key={question.id}
                bid={bid}
                question={question}
                findings={findings.filter((finding) => finding.place.question === question.id)}
                focus={focus?.question === question.id ? focus : undefined}
              />
            ))}
          </ReadingOnly>
        </div>
        <SectionFindings bid={bid} findings={findings} />
        <SectionLinks bid={bid} section={found} />
      </div>
    </>
  );
}

function shownIn({ open }: BidSession, section: Section) {
  const hidden = new Set(open.check.hidden);
  const questions: Question[] = section.questions.filter((question) => !hidden.has(question.id));
  const ids = new Set(questions.map((question) => question.id));
  return { questions, findings: open.check.findings.filter((finding) => ids.has(finding.place.question)) };
}

/** Lines and cells of tables take the focus themselves. */
function useFocus(focus: FindingPlace | undefined): void {
  useEffect(() => {
    if (focus && focus.row === undefined) focusField(focus);
  }, [focus]);
}
