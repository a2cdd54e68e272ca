import type { FundRule as Rule, FundScheme } from "../../../src/bids/which-fund.ts";
import { Details } from "../../components/details.tsx";
import { SeverityTag } from "../../components/severity-tag.tsx";
import { SourceList } from "../../components/source-list.tsx";

/** A rule that is not met, or that cannot be told yet: its working, how far off, what to do, and its source. */
export function FundRule({ rule: { finding, needs }, scheme }: { rule: Rule; scheme: FundScheme }) {
  const { severity, outcome, says, working, distance, fix, sources } = finding;
  const open = outcome === "cannot tell";
  const lines = open
    ? [needs.length === 0 ? working : `Needed first: ${needs.map((one) => one.label).join("; ")}.`]
    : [working, ...(distance === undefined ? [] : [`How far off: ${distance}.`]), ...(fix === undefined ? [] : [fix])];
  return (
    <div className={`app-finding app-finding--${severity}`}>
      <p className="app-finding__tags">
        <SeverityTag severity={severity} />
        <span className="app-quiet">{open ? "Cannot tell yet" : "Not met"}</span>
      </p>
      <p className="app-finding__says">{says}</p>
      {lines.map((line) => (
        <p key={line} className="app-finding__line">
          {line}
        </p>
      ))}
      {sources.length > 0 && (
        <Details summary="Where this comes from">
          <SourceList sources={sources} scheme={scheme} />
        </Details>
      )}
    </div>
  );
}
