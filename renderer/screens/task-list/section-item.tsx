import type { SectionState, SectionStatus } from "../../../src/bids/findings.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { addressOfSection } from "../../app/routes.ts";
import { count } from "../../components/count.ts";

/** A section that is done needs no colour; the others say what they want. */
const tags: Record<SectionStatus, { name: string; colour?: string }> = {
  "not started": { name: "Not started", colour: "blue" },
  "in progress": { name: "In progress", colour: "teal" },
  "needs attention": { name: "Needs attention", colour: "red" },
  complete: { name: "Complete" },
  optional: { name: "Optional", colour: "grey" },
  "not needed": { name: "Not needed for this strand" },
};

export function SectionItem({ state, scheme }: { state: SectionState; scheme: Scheme }) {
  const title = scheme.sections.find((one) => one.id === state.section)?.title ?? state.section;
  const tag = tags[state.status];
  const needed = state.status !== "not needed";
  const id = `section-${state.section}`;
  return (
    <li className={`govuk-task-list__item ${needed ? "govuk-task-list__item--with-link" : ""}`}>
      <div className="govuk-task-list__name-and-hint">
        {needed ? (
          <a
            className="govuk-link govuk-task-list__link"
            href={addressOfSection(state.section)}
            aria-describedby={`${id}-hint ${id}-status`}
          >
            {title}
          </a>
        ) : (
          <div>{title}</div>
        )}
        {needed && (
          <div id={`${id}-hint`} className="govuk-task-list__hint">
            {hintOf(state)}
          </div>
        )}
      </div>
      <div
        className={`govuk-task-list__status ${needed ? "" : "govuk-task-list__status--cannot-start-yet"}`}
        id={`${id}-status`}
      >
        {tag.colour === undefined ? (
          tag.name
        ) : (
          <strong className={`govuk-tag govuk-tag--${tag.colour}`}>{tag.name}</strong>
        )}
      </div>
    </li>
  );
}

function hintOf({ status, answered, asked, blockers, warnings }: SectionState): string {
  if (status === "not started") return count(asked, "question");
  return [
    `${answered} of ${asked} answered`,
    ...(blockers > 0 ? [count(blockers, "blocker")] : []),
    ...(warnings > 0 ? [count(warnings, "warning")] : []),
  ].join(", ");
}
