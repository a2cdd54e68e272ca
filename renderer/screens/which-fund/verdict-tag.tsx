import type { FundVerdict } from "../../../src/bids/which-fund.ts";

const tags: Record<FundVerdict, { name: string; colour: string }> = {
  "could bid": { name: "Could bid", colour: "green" },
  "not known yet": { name: "Not known yet", colour: "yellow" },
  "ruled out": { name: "Ruled out", colour: "red" },
};

export function VerdictTag({ verdict }: { verdict: FundVerdict }) {
  const { name, colour } = tags[verdict];
  return <strong className={`govuk-tag govuk-tag--${colour}`}>{name}</strong>;
}
