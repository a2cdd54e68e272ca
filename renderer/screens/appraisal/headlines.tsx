import { headlineFigures } from "../../../src/documents/appraisal-working.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Details } from "../../components/details.tsx";

export function Headlines({ bid }: { bid: BidSession }) {
  return (
    <dl className="app-headlines">
      {headlineFigures(bid.open.appraisal).map(({ label, figure, working }) => (
        <div key={label} className="app-headlines__item">
          <dt>{label}</dt>
          <dd className="app-headlines__figure">{figure}</dd>
          <dd>
            <Details summary="Working">{working}</Details>
          </dd>
        </div>
      ))}
    </dl>
  );
}
