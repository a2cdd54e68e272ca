import type { Outcome, Rule, Severity } from "../../../src/rules/rule.ts";
import { confidenceOf, confidenceWords } from "../../../src/rules/rule.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { PlaceLink } from "../../components/place-link.tsx";
import { SourceList } from "../../components/source-list.tsx";
import { CouncilRules } from "./council-rules.tsx";
import { DecisionTable } from "./decision-table.tsx";
import { SchemeContext } from "./scheme-context.tsx";
import { SchemeDocuments } from "./scheme-documents.tsx";

const outcomeTags: Record<Outcome, { name: string; colour: string }> = {
  met: { name: "Met", colour: "green" },
  "not met": { name: "Not met", colour: "red" },
  "cannot tell": { name: "Cannot tell yet", colour: "yellow" },
  "does not apply": { name: "Does not apply", colour: "grey" },
};

const severityWords: Record<Severity, string> = {
  blocker: "a blocker where it is not met",
  warning: "a warning where it is not met",
  advice: "advice",
};

/** The scheme’s rule book: every rule, how it stands for this bid, and where it comes from. */
export function RulesScreen({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  const apart = new Set(open.check.rules.filter((one) => one.outcome === "does not apply").map((one) => one.rule));
  const isApart = (rule: Rule) => apart.has(rule.id);
  return (
    <div className="app-measure-wide">
      <h1 className="govuk-heading-l">The scheme’s rules</h1>
      <p className="govuk-body">
        {scheme.rules.length} rules of {scheme.title}, and how this bid stands against each. A rule that cannot be
        worked out yet is never taken as met.
      </p>
      <CouncilRules bid={bid} />
      <RuleGroup title="Rules that apply to this bid" bid={bid} rules={scheme.rules.filter((rule) => !isApart(rule))} />
      <RuleGroup title="Rules that do not apply to this bid" bid={bid} rules={scheme.rules.filter(isApart)} />
      <SchemeDocuments bid={bid} />
      <SchemeContext scheme={scheme} />
    </div>
  );
}

function RuleGroup({ title, bid, rules }: { title: string; bid: BidSession; rules: readonly Rule[] }) {
  if (rules.length === 0) return null;
  return (
    <>
      <h2 className="govuk-heading-m">
        {title} <span className="app-quiet">({rules.length})</span>
      </h2>
      {rules.map((rule) => (
        <RuleCard
          key={rule.id}
          bid={bid}
          rule={rule}
          outcome={bid.open.check.rules.find((one) => one.rule === rule.id)}
        />
      ))}
    </>
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
        <span className="app-quiet">
          {rule.register}, {severityWords[rule.severity]}
        </span>
      </p>
      <h3 className="app-finding__says">{rule.says}</h3>
      {outcome && outcome.working !== "" && <p className="app-finding__line">{outcome.working}</p>}
      <p className="app-finding__line">
        <PlaceLink scheme={bid.scheme} place={{ question: rule.about }}>
          Go to the question
        </PlaceLink>
      </p>
      <Details summary="Decision table" whenOpened>
        <DecisionTable scheme={bid.scheme} rule={rule} />
      </Details>
      <Details summary={`Source: ${confidenceWords[confidenceOf(rule.sources)]}`}>
        <SourceList sources={rule.sources} scheme={bid.scheme} />
      </Details>
    </article>
  );
}
