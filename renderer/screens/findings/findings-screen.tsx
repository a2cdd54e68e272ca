import type { Finding } from "../../../src/bids/findings.ts";
import { severities, type Severity } from "../../../src/rules/rule.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { FindingList } from "../../components/finding-list.tsx";

const groups: Record<Severity, { title: string; about: string }> = {
  blocker: { title: "Blockers", about: "A final pack is not made while one of these stands." },
  warning: { title: "Warnings", about: "These do not stop the pack. Settle them, or be ready to say why not." },
  advice: { title: "Advice", about: "What would make the bid stronger." },
};

/** Everything the check says, gravest first. */
export function FindingsScreen({ bid }: { bid: BidSession }) {
  const { findings, ready } = bid.open.check;
  return (
    <>
      <h1 className="govuk-heading-l">What the check says</h1>
      <p className="govuk-body-l" role="status">
        {ready
          ? "No blocker stands against this bid."
          : `${count(blockersIn(findings), "blocker")} to settle before it can be sent.`}
      </p>
      {severities.map((severity) => (
        <SeverityGroup
          key={severity}
          bid={bid}
          severity={severity}
          findings={findings.filter((one) => one.severity === severity)}
        />
      ))}
    </>
  );
}

function blockersIn(findings: readonly Finding[]): number {
  return findings.filter((finding) => finding.severity === "blocker").length;
}

function SeverityGroup({
  bid,
  severity,
  findings,
}: {
  bid: BidSession;
  severity: Severity;
  findings: readonly Finding[];
}) {
  if (findings.length === 0) return null;
  return (
    <section aria-labelledby={`group-${severity}`} className="app-measure-wide">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-1" id={`group-${severity}`}>
        {groups[severity].title} <span className="app-quiet">({findings.length})</span>
      </h2>
      <p className="govuk-hint">{groups[severity].about}</p>
      <FindingList bid={bid} findings={findings} />
    </section>
  );
}
