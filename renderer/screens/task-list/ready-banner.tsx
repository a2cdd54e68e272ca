import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";

/** Whether the bid can be sent, and what is in the way. */
export function ReadyBanner({ bid }: { bid: BidSession }) {
  const { findings, ready, sections } = bid.open.check;
  const blockers = findings.filter((finding) => finding.severity === "blocker").length;
  const warnings = findings.filter((finding) => finding.severity === "warning").length;
  const needed = sections.filter((state) => state.status !== "not needed" && state.status !== "optional");
  const complete = needed.filter((state) => state.status === "complete").length;
  return (
    <section className={`app-ready ${ready ? "app-ready--yes" : ""}`} aria-labelledby="ready-title">
      <h2 className="govuk-heading-m govuk-!-margin-bottom-2" id="ready-title">
        {ready ? "This bid is ready to send" : "This bid is not ready yet"}
      </h2>
      <p className="govuk-body govuk-!-margin-bottom-1">
        {complete} of {count(needed.length, "section")} complete.{" "}
        {ready
          ? "No blocker stands against it"
          : `${count(blockers, "blocker")} ${blockers === 1 ? "stands" : "stand"} against it`}
        {warnings > 0 ? `, and ${count(warnings, "warning")}.` : "."}
      </p>
      <p className="govuk-body govuk-!-margin-bottom-0">
        <a className="govuk-link" href={ready ? addressOf("export") : addressOf("findings")}>
          {ready ? "Make the submission pack" : "See what stands against it"}
        </a>
      </p>
    </section>
  );
}
