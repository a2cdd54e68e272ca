import type { Finding } from "../../../src/bids/findings.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { addressOf } from "../../app/routes.ts";
import { count } from "../../components/count.ts";
import { FindingLink } from "../../components/finding-link.tsx";

interface ExportChoiceProps {
  bid: BidSession;
  busy: boolean;
  onStart(draft: boolean): void;
}

/** How many blockers are named before the rest is left to the findings page. */
const shown = 5;

/** What will be made; the final pack only when no blocker stands, a draft at any time. */
export function ExportChoice({ bid, busy, onStart }: ExportChoiceProps) {
  const { pack } = bid.scheme;
  const blockers = bid.open.check.findings.filter((finding) => finding.severity === "blocker");
  return (
    <>
      <p className="govuk-body">The pack is written to a new folder beside the bid’s file:</p>
      <ul className="govuk-list govuk-list--bullet">
        <li>{pack["application-form"].title} (Word)</li>
        <li>{pack["financial-workbook"].title} (Excel, with live formulas)</li>
        <li>the files attached to the bid</li>
      </ul>
      {blockers.length > 0 && <Blockers bid={bid} blockers={blockers} />}
      <div className="govuk-button-group">
        {blockers.length === 0 && (
          <button type="button" className="govuk-button" disabled={busy} onClick={() => onStart(false)}>
            Make the final pack
          </button>
        )}
        <button
          type="button"
          className="govuk-button govuk-button--secondary"
          disabled={busy}
          onClick={() => onStart(true)}
        >
          Make a draft
        </button>
      </div>
      <p className="govuk-hint">A draft is marked DRAFT on every page and carries what the check says.</p>
    </>
  );
}

function Blockers({ bid, blockers }: { bid: BidSession; blockers: readonly Finding[] }) {
  return (
    <section className="govuk-inset-text app-blocked" aria-labelledby="blocked">
      <h2 className="govuk-heading-s" id="blocked">
        {count(blockers.length, "blocker")} {blockers.length === 1 ? "stands" : "stand"} in the way of the final pack
      </h2>
      <ul className="govuk-list govuk-list--bullet">
        {blockers.slice(0, shown).map((finding) => (
          <li key={finding.id}>
            <FindingLink scheme={bid.scheme} finding={finding}>
              {finding.says}
            </FindingLink>
          </li>
        ))}
      </ul>
      {blockers.length > shown && (
        <a className="govuk-link" href={addressOf("findings")}>
          See all {blockers.length}
        </a>
      )}
    </section>
  );
}
