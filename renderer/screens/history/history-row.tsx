import type { HistoryItem } from "../../../src/contract/views.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";
import { addressWith } from "../../app/routes.ts";
import { aboutWords } from "../../components/about-words.ts";
import { clockTime } from "../../components/moments.ts";
import type { HistoryStep } from "./history-groups.ts";

const tags: Record<HistoryItem["kind"], { name: string; colour: string } | undefined> = {
  began: undefined,
  changed: undefined,
  "took back": { name: "Undone", colour: "grey" },
  "brought back": { name: "Redone", colour: "grey" },
  merged: { name: "Brought in", colour: "purple" },
  named: { name: "Named version", colour: "turquoise" },
  settled: { name: "Settled", colour: "green" },
};

interface HistoryRowProps {
  step: HistoryStep;
  question: string | undefined;
  chosen: boolean;
  onChoose(on: boolean): void;
}

/** One step: who, when and what, with the ways to look at it. */
export function HistoryRow({ step, question, chosen, onChoose }: HistoryRowProps) {
  const tag = tags[step.kind];
  const id = `step-${step.entry}`;
  const told = `${step.name ?? step.about}, ${dayAndTime(step.at)}`;
  return (
    <li className={`app-steps__one ${step.kind === "named" ? "app-steps__one--named" : ""}`}>
      <div className="govuk-checkboxes govuk-checkboxes--small app-steps__choose">
        <div className="govuk-checkboxes__item">
          <input
            type="checkbox"
            className="govuk-checkboxes__input"
            id={id}
            checked={chosen}
            onChange={(event) => onChoose(event.target.checked)}
          />
          <label className="govuk-label govuk-checkboxes__label" htmlFor={id}>
            <span className="govuk-visually-hidden">Choose for comparing: {told}</span>
          </label>
        </div>
      </div>
      <div className="app-steps__text">
        <p className="app-steps__about">
          {step.name ?? aboutWords(step.about)}{" "}
          {tag && <strong className={`govuk-tag govuk-tag--${tag.colour}`}>{tag.name}</strong>}
        </p>
        <p className="app-steps__facts">
          {step.who}, {timesOf(step)}
        </p>
        <StepLinks step={step} question={question} told={told} />
      </div>
    </li>
  );
}

function timesOf({ from, at }: HistoryStep): string {
  const [start, end] = [clockTime(from), clockTime(at)];
  return start === end ? end : `${start} to ${end}`;
}

function StepLinks({ step, question, told }: Pick<HistoryRowProps, "step" | "question"> & { told: string }) {
  const asked = question === undefined ? {} : { question };
  const changed = step.questions.length > 0 || step.kind === "merged";
  return (
    <p className="app-steps__links">
      {changed && step.before !== undefined && (
        <a className="govuk-link" href={addressWith("compare", { from: step.before, to: step.entry, ...asked })}>
          What it changed<span className="govuk-visually-hidden">: {told}</span>
        </a>
      )}
      <a className="govuk-link" href={addressWith("compare", { from: step.entry, ...asked })}>
        What changed since<span className="govuk-visually-hidden">: {told}</span>
      </a>
    </p>
  );
}
