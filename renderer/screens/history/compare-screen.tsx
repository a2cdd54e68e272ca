import { useState } from "react";
import { bySection } from "../../../src/history/by-section.ts";
import type { Difference } from "../../../src/history/compare.ts";
import { questionOf } from "../../../src/schemes/scheme-schema.ts";
import { useApi } from "../../app/api.ts";
import { addressWith, type Asked } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { AskFirst } from "../../components/ask-first.tsx";
import { count } from "../../components/count.ts";
import { DifferenceList } from "../../components/difference-list.tsx";
import { Notification } from "../../components/notification.tsx";
import { Trouble } from "../../components/trouble.tsx";
import { SaveComparison } from "./save-comparison.tsx";
import { useComparison } from "./use-comparison.ts";

/** Two points of the bid’s history side by side, with the ways back to the older one. */
export function CompareScreen({ bid, asked }: { bid: BidSession; asked: Asked }) {
  const { compared, ends } = useComparison(bid, asked);
  const back = usePutBack(bid, asked.from ?? "");
  const { question } = asked;
  const label = question === undefined ? undefined : questionOf(bid.scheme, question)?.label;
  return (
    <div className="app-measure-wide">
      <a
        className="govuk-back-link govuk-!-margin-top-0"
        href={addressWith("history", question === undefined ? {} : { question })}
      >
        History
      </a>
      <h1 className="govuk-heading-l app-wrap">{label === undefined ? "What changed" : `What changed: ${label}`}</h1>
      <p className="govuk-body app-wrap">
        From <strong>{ends.from}</strong>
        <br />
        to <strong>{ends.to}</strong>
      </p>
      <BackSaid back={back} />
      {compared.state === "failed" && <Trouble message={compared.error.message} />}
      {compared.state === "ready" && (
        <>
          <HowMany bid={bid} differences={compared.value} asked={asked} />
          <Compared bid={bid} differences={compared.value} putBack={(which) => void back.putBack(which)} />
          {label === undefined && compared.value.length > 0 && (
            <WholeBid bid={bid} point={ends.from} putBack={() => void back.putBack(undefined)} />
          )}
        </>
      )}
    </div>
  );
}

function BackSaid({ back: { done, trouble } }: { back: ReturnType<typeof usePutBack> }) {
  if (trouble !== undefined) return <Trouble message={trouble} />;
  if (done === undefined) return null;
  return (
    <Notification id="put-back" title="Done" success>
      <p className="govuk-notification-banner__heading">{done}</p>
    </Notification>
  );
}

function HowMany({ bid, differences, asked }: { bid: BidSession; differences: readonly Difference[]; asked: Asked }) {
  const points = [asked.from, asked.to, asked.question].join(" ");
  return (
    <>
      <p className="govuk-body" role="status">
        {differences.length === 0 ? "Nothing differs." : `${count(differences.length, "difference")}.`}
      </p>
      {differences.length > 0 && <SaveComparison key={points} bid={bid} asked={asked} />}
    </>
  );
}

interface ComparedProps {
  bid: BidSession;
  differences: readonly Difference[];
  putBack(question: string): void;
}

function Compared({ bid, differences, putBack }: ComparedProps) {
  return (
    <>
      {bySection(bid.scheme, differences).map(({ section, title, differences: own }) => (
        <section key={section} aria-labelledby={`compare-${section}`}>
          <h2 className="govuk-heading-m app-differences__section" id={`compare-${section}`}>
            {title}
          </h2>
          <DifferenceList
            differences={own}
            renderActions={(question, name) =>
              bid.open.readOnly === undefined &&
              !question.startsWith(":") && (
                <AskFirst
                  quiet
                  name="Put back"
                  about={name}
                  question="Put this answer back to what it was before?"
                  yes="Yes, put it back"
                  onYes={() => putBack(question)}
                />
              )
            }
          />
        </section>
      ))}
    </>
  );
}

function WholeBid({ bid, point, putBack }: { bid: BidSession; point: string; putBack(): void }) {
  if (bid.open.readOnly !== undefined) return null;
  return (
    <div className="app-whole">
      <h2 className="govuk-heading-m">The whole bid</h2>
      <p className="govuk-body app-wrap">
        You can put everything back to how it stood at {point}. What is there now stays in the history.
      </p>
      <AskFirst
        name="Put the whole bid back"
        question="Put the whole bid back to how it stood then?"
        yes="Yes, put it all back"
        onYes={putBack}
      />
    </div>
  );
}

function usePutBack(bid: BidSession, entry: string) {
  const api = useApi();
  const [done, setDone] = useState<string>();
  const [trouble, setTrouble] = useState<string>();
  const putBack = async (question: string | undefined) => {
    const wanted = { entry, ...(question === undefined ? {} : { question }) };
    const reply = await bid.change((id) => api.restore({ bid: id, ...wanted }));
    const what = question === undefined ? "The whole bid" : `“${questionOf(bid.scheme, question)?.label ?? question}”`;
    setDone(reply.ok ? `${what} is put back.` : undefined);
    setTrouble(reply.ok ? undefined : reply.error.message);
  };
  return { done, trouble, putBack };
}
