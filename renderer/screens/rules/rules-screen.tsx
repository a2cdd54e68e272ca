import type { Outcome, Rule } from "../../../src/rules/rule.ts";
import { confidenceOf, confidenceWords } from "../../../src/rules/rule.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { PlaceLink } from "../../components/place-link.tsx";
import { SeverityTag } from "../../components/severity-tag.tsx";
import { SourceList } from "../../components/source-list.tsx";
import { SchemeContext } from "./scheme-context.tsx";

const outcomeTags: Record<Outcome, { name: string; colour: string }> = {
  met: { name: "Met", colour: "green" },
  "not met": { name: "Not met", colour: "red" },
  "cannot tell": { name: "Cannot tell yet", colour: "yellow" },
  "does not apply": { name: "Does not apply", colour: "grey" },
};

/** The scheme’s rule book: every rule, how it stands for this bid, and where it comes from. */
export function RulesScreen({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  return (
    <div className="app-measure-wide">
      <h1 className="govuk-heading-l">The scheme’s rules</h1>
      <p className="govuk-body">
        {scheme.rules.length} rules of {scheme.title}, and how this bid stands against each. A rule that cannot be worked out yet is
        never taken as met.
      </p>
      {scheme.rules.map((rule) => (
        <RuleCard key={rule.id} bid={bid} rule={rule} outcome={open.check.rules.find((one) => one.rule === rule.id)} />
      ))}
      <SchemeContext scheme={scheme} />
    </div>
  );
}

interface RuleCardProps {
  bid: BidSession;
  rule: Rule;
  outcome: { outcome: Outcome; working: string } | undefined;
}

function RuleCard({ bid, rule, outcome }: RuleCardProps) {
  const tag = outcomeTags[outcome?.outcome ?? "cannot tell"];
  return (
    <article className="app-rule">
      <p className="app-finding__tags">
        <strong className={`govuk-tag govuk-tag--${tag.colour}`}>{tag.name}</strong>
        <SeverityTag severity={rule.severity} />
        <span className="app-quiet">{rule.register}</span>
      </p>
      <h2 className="app-finding__says">{rule.says}</h2>
      {outcome && outcome.working !== "" && <p className="app-finding__line">{outcome.working}</p>}
      <p className="app-finding__line">
        <PlaceLink scheme={bid.scheme} place={{ question: rule.about }}>
          Go to the question
        </PlaceLink>
      </p>
      <Details summary={`Source: ${confidenceWords[confidenceOf(rule.sources)]}`}>
        <SourceList sources={rule.sources} scheme={bid.scheme} />
      </Details>
    </article>
  );
}
