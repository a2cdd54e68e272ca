import { awardFigures, type Appraisal } from "../appraisal/appraise.ts";
import type { Facts } from "../rules/facts.ts";
import { awardAskedIn } from "../schemes/cash-model.ts";
import { factsOf } from "../schemes/facts-of.ts";
import { measuresOf } from "../schemes/measures.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
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
  const known = (changed: Answers) =>
    sameMoney(scheme, answers, changed)
      ? { ...appraisal(), ...awardFigures(appraisal(), awardAskedIn(scheme, changed)) }
      : undefined;
  return (changed) => {
    let measures: ReturnType<typeof measuresOf> | undefined;
    const measure = (id: string) => (measures ??= measuresOf(scheme, changed, known(changed)))(id);
    return factsOf({ scheme, strand, answers: changed, measure });
  };
}

/** Whether costs, savings, funding and prices are untouched, so that what was worked out from them still stands. */
function sameMoney({ appraisal }: Scheme, before: Answers, after: Answers): boolean {
  const { costs, savings, funding, prices } = appraisal;
  return [costs.table, savings.table, funding.table, ...Object.values(prices)].every((id) => before[id] === after[id]);
}
