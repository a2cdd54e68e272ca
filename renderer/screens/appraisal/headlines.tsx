import { awardAskedIn } from "../../../src/schemes/cash-model.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";
import { headlineFigures } from "./headline-figures.ts";

export function Headlines({ bid }: { bid: BidSession }) {
  const { scheme, open } = bid;
  const asked = awardAskedIn(scheme, open.bid.answers);
  return (
    <dl className="app-headlines">
      {headlineFigures(open.appraisal, asked, scheme.appraisal["award-funds"]).map(({ name, figure, working }) => (
        <div key={name} className="app-headlines__item">
          <dt>{name}</dt>
          <dd className="app-headlines__figure">{figure}</dd>
          <dd>
            <Details summary="Working">{working}</Details>
          </dd>
        </div>
      ))}
    </dl>
  );
}
