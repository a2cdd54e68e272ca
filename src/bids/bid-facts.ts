import { awardFigures, type Appraisal } from "../appraisal/appraise.ts";
import type { Facts } from "../rules/facts.ts";
import { awardAskedIn } from "../schemes/cash-model.ts";
import { factsOf } from "../schemes/facts-of.ts";
import { measuresOf } from "../schemes/measures.ts";
import { saidAnswers, type SaidAnswers } from "../schemes/said-answers.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import { once } from "../shared/once.ts";
import type { Bid } from "./bid-schema.ts";

type Answers = Bid["answers"];

/**
 * The facts of a bid, as they are or as they would be with other answers. What the appraisal says is asked for only when
 * a rule wants it, and still stands where the answers behind it are the same.
 */
export function bidFacts(
  scheme: Scheme,
  { strand, answers }: Pick<Bid, "strand" | "answers">,
  appraisal: () => Appraisal,
): (changed: Answers) => Facts {
  const saidNow = once(() => saidAnswers({ scheme, strand, answers }));
  const known = (said: SaidAnswers) =>
    sameMoney(scheme, saidNow(), said)
      ? { ...appraisal(), ...awardFigures(appraisal(), awardAskedIn(scheme, said.answers)) }
      : undefined;
  return (changed) => {
    const said = () => (changed === answers ? saidNow() : saidAnswers({ scheme, strand, answers: changed }));
    return factsOf({ scheme, strand, answers: changed, measure: measuresOf(scheme, said, known) });
  };
}

/** Whether costs, savings, funding, prices and the asking for an award are untouched, so that what was worked out from them still stands. */
function sameMoney({ appraisal }: Scheme, before: SaidAnswers, after: SaidAnswers): boolean {
  const { costs, savings, funding, prices, "award-asked": award = "" } = appraisal;
  const same = (id: string) => before.answers[id] === after.answers[id];
  const asked = before.hidden.includes(award) === after.hidden.includes(award);
  return asked && [costs.table, savings.table, funding.table, ...Object.values(prices)].every(same);
}
