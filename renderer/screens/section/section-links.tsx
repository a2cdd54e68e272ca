import type { Section } from "../../../src/schemes/scheme-schema.ts";
import { addressOf, addressOfSection } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";

/** The ways on from a section. Sections where nothing is asked are passed over. */
export function SectionLinks({ bid, section }: { bid: BidSession; section: Section }) {
  const states = new Map(bid.open.check.sections.map((state) => [state.section, state]));
  const asked = bid.scheme.sections.filter(
    (one) => states.get(one.id)?.status !== "not needed" || one.id === section.id,
  );
  const here = asked.findIndex((one) => one.id === section.id);
  const next = asked[here + 1];
  const before = asked[here - 1];
  return (
    <nav className="app-section__links" aria-label="Sections">
      <a className="govuk-button" href={next ? addressOfSection(next.id) : addressOf("task-list")}>
        {next ? `Next: ${next.title}` : "Back to the tasks"}
      </a>
      {before && (
        <a className="govuk-link" href={addressOfSection(before.id)}>
          Previous: {before.title}
        </a>
      )}
      <a className="govuk-link" href={addressOf("task-list")}>
        All tasks
      </a>
    </nav>
  );
}
