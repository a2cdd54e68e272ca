import type { BidSession } from "../../app/use-bid.ts";
import { addressOf, addressWith } from "../../app/routes.ts";

/** What the council added to the scheme’s rules, and the way to add more. */
export function CouncilRules({ bid }: { bid: BidSession }) {
  const { council, rules } = bid.scheme;
  const own = rules.filter((rule) => council?.rules.includes(rule.id));
  return (
    <section aria-labelledby="council-rules">
      <h2 className="govuk-heading-m" id="council-rules">
        Your council’s own rules
      </h2>
      <p className="govuk-body">
        {own.length === 0
          ? "Your council has added no rule to this scheme."
          : "They stand among the rules below, and are kept when the scheme is updated."}
      </p>
      {own.length > 0 && (
        <ul className="govuk-list">
          {own.map((rule) => (
            <li key={rule.id}>
              <a className="govuk-link" href={addressWith("own-rule", { rule: rule.id })}>
                Change “{rule.says}”
              </a>
            </li>
          ))}
        </ul>
      )}
      {council && council.problems.length > 0 && (
        <div className="govuk-inset-text">
          <p className="govuk-body">
            These do not fit the scheme as it is now, and are left out. They are kept in their files.
          </p>
          <ul className="govuk-list govuk-list--bullet">
            {council.problems.map((problem) => (
              <li key={problem}>{problem}</li>
            ))}
          </ul>
        </div>
      )}
      {bid.open.readOnly === undefined && (
        <a className="govuk-button govuk-button--secondary" href={addressOf("own-rule")}>
          Add a rule of your council’s own
        </a>
      )}
    </section>
  );
}
