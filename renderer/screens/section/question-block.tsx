import { readableAnswer } from "../../../src/bids/answers-under.ts";
import type { Finding, FindingPlace } from "../../../src/bids/findings.ts";
import { fits } from "../../../src/fields/answer.ts";
import { isUnread } from "../../../src/fields/field.ts";
import type { Question } from "../../../src/schemes/scheme-schema.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { LightMarkdown } from "../../components/light-markdown.tsx";
import { SourceList } from "../../components/source-list.tsx";
import { fieldId } from "../../fields/field-id.ts";
import { FieldFrame, valueError } from "../../fields/field-frame.tsx";
import { FieldWidget } from "../../fields/widgets.tsx";
import { CouncilNote } from "./council-note.tsx";
import { HistoryLink } from "./history-link.tsx";

interface QuestionBlockProps {
  bid: BidSession;
  question: Question;
  findings: readonly Finding[];
  focus: FindingPlace | undefined;
}

/** One question with its guidance and its answer. */
export function QuestionBlock({ bid, question, findings, focus }: QuestionBlockProps) {
  const id = fieldId({ question: question.id });
  const given = givenAnswer(question, bid.open.bid.answers[question.id]);
  const wide = question.kind === "table" && question.layout === "grid";
  return (
    <div className={wide ? "app-question app-question--wide" : "app-question"}>
      <FieldFrame
        field={question}
        id={id}
        size="m"
        error={valueError(findings, {})}
        guidance={
          <>
            <Guidance bid={bid} question={question} />
            {given.earlier !== undefined && (
              <p className="govuk-inset-text app-wrap">
                Given when this question asked for something else, and kept until you answer anew: “{given.earlier}”
              </p>
            )}
          </>
        }
      >
        {(state) => (
          <FieldWidget
            {...state}
            field={question}
            id={id}
            value={given.value}
            findings={findings}
            focusAt={focus}
            onChange={(value, pace) => bid.edit([{ do: "answer", question: question.id, value }], pace)}
          />
        )}
      </FieldFrame>
      <HistoryLink question={question.id} label={question.label} />
    </div>
  );
}

/** An answer of another kind stands beside the box, not in it: no box but those for figures and dates can hold it. */
function givenAnswer(question: Question, stored: unknown): { value: unknown; earlier?: string } {
  const value = readableAnswer(question, stored);
  return isUnread(value) && !fits(question, value) ? { value: undefined, earlier: value.unread } : { value };
}

function Guidance({ bid, question }: { bid: BidSession; question: Question }) {
  const noted = bid.scheme.council?.notes[question.id] !== undefined;
  return (
    <Details summary={noted ? "Help with this question, and your council’s note" : "Help with this question"}>
      {question.guidance !== undefined && (
        <div className="app-prose">
          <LightMarkdown text={question.guidance} />
        </div>
      )}
      <CouncilNote bid={bid} question={question} />
      {question.sources !== undefined && (
        <>
          <p className="govuk-body govuk-!-font-weight-bold">Where the scheme asks for this</p>
          <SourceList sources={question.sources} scheme={bid.scheme} />
        </>
      )}
    </Details>
  );
}
