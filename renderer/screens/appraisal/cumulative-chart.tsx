import type { Appraisal } from "../../../src/appraisal/appraise.ts";
import { paybackInWords } from "../../../src/appraisal/payback.ts";
import type { Pence } from "../../../src/money/pence.ts";
import { chart, ChartFrame, middleOf } from "./chart-frame.tsx";
import { chartScale, type ChartScale } from "./chart-scale.ts";

/** Where the bid stands at the end of each year: below the line until it has paid back. */
export function CumulativeChart({ appraisal }: { appraisal: Appraisal }) {
  const { years, cumulative, discounted, payback } = appraisal;
  const scale = chartScale([...cumulative, ...(discounted?.cumulative ?? [])], chart);
  return (
    <ChartFrame
      title="Net saving so far"
      description={`Savings less costs, added up year by year. Payback: ${paybackInWords(payback, years)}. The figures are in the table below.`}
      years={years}
      scale={scale}
      legend={[
        { name: "As it stands", className: "app-chart__net" },
        ...(discounted ? [{ name: "Present value", className: "app-chart__present" }] : []),
      ]}
    >
      <Line className="app-chart__net" amounts={cumulative} scale={scale} />
      {discounted && <Line className="app-chart__present" amounts={discounted.cumulative} scale={scale} />}
    </ChartFrame>
  );
}

function Line({ className, amounts, scale }: { className: string; amounts: readonly Pence[]; scale: ChartScale }) {
  const points = amounts.map((amount, index) => [middleOf(index, amounts.length), scale.y(amount)] as const);
  return (
    <>
      <polyline className={`app-chart__path ${className}`} points={points.map((point) => point.join(",")).join(" ")} />
      {points.map(([x, y]) => (
        <circle key={x} className={className} cx={x} cy={y} r={4} />
      ))}
    </>
  );
}
