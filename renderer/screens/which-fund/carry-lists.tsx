import type { ReactNode } from "react";
import type { CarryPreview } from "../../../src/contract/views.ts";
import { Details } from "../../components/details.tsx";

/** What would become of each answer, those that need a look first. */
export function CarryLists({ preview }: { preview: CarryPreview }) {
  const { carried, adjusted, leftBehind, missing, yearsOutside } = preview;
  return (
    <>
      {yearsOutside.length > 0 && (
        <div className="govuk-inset-text app-blocked">
          Amounts in {yearsOutside.join(", ")} lie outside the years of this scheme. They come over, no total counts
          them, and the check will ask you to move them.
        </div>
      )}
      <AdjustedAnswers adjusted={adjusted} />
      {leftBehind.length > 0 && (
        <Answers title={`What stays behind (${leftBehind.length})`}>
          {leftBehind.map(({ question, label, text, reason, kept }) => (
            <Answer key={question} label={label}>
              <span className="app-carry__text">{shortened(text)}</span>
              <span className="app-quiet">
                {reason} {kept ? "It is kept in the new bid, and no part of what is sent." : "It stays in this bid."}
              </span>
            </Answer>
          ))}
        </Answers>
      )}
      <Details summary={`What comes over whole (${carried.length})`}>
        <dl className="app-facts">
          {carried.map(({ question, label, text }) => (
            <Answer key={question} label={label}>
              {shortened(text)}
            </Answer>
          ))}
        </dl>
      </Details>
      <Details summary={`Required answers that are missing (${missing.length})`}>
        <ul className="govuk-list govuk-list--bullet">
          {missing.map(({ question, label }) => (
            <li key={question}>{label}</li>
          ))}
        </ul>
      </Details>
    </>
  );
}

function AdjustedAnswers({ adjusted }: Pick<CarryPreview, "adjusted">) {
  if (adjusted.length === 0) return null;
  return (
    <Answers title={`What comes over changed or in part (${adjusted.length})`}>
      {adjusted.map(({ question, label, changes, left }) => (
        <Answer key={question} label={label}>
          {[...changes, ...partsLeft(left)].join(" ")}
        </Answer>
      ))}
    </Answers>
  );
}

/** The parts that stay behind by their names, and each reason once. */
function partsLeft(left: CarryPreview["adjusted"][number]["left"]): string[] {
  if (left.length === 0) return [];
  const reasons = new Set(left.map((one) => one.reason));
  return [`Stays behind: ${left.map((one) => one.label).join("; ")}.`, ...reasons];
}

function Answers({ title, children }: { title: string; children: ReactNode }) {
  return (
    <section>
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2">{title}</h2>
      <dl className="app-facts">{children}</dl>
    </section>
  );
}

function Answer({ label, children }: { label: string; children: ReactNode }) {
  return (
    <div>
      <dt>{label}</dt>
      <dd>{children}</dd>
    </div>
  );
}

const longest = 200;

function shortened(text: string): string {
  return text.length > longest ? `${text.slice(0, longest).trimEnd()}…` : text;
}
