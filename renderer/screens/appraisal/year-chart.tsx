import type { Appraisal } from "../../../src/appraisal/appraise.ts";
import { formatPence, type Pence } from "../../../src/money/pence.ts";
import { chart, ChartFrame, middleOf } from "./chart-frame.tsx";
import { chartScale, type ChartScale } from "./chart-scale.ts";

/** Costs and savings side by side, year by year. */
export function YearChart({ appraisal }: { appraisal: Appraisal }) {
  const { years, costs, savings, totals } = appraisal;
  const scale = chartScale([...costs, ...savings], chart);
  const width = ((chart.right - chart.left) / years.length) * 0.36;
  return (
    <ChartFrame
      title="Costs against savings"
      description={`Costs of ${formatPence(totals.costs)} and savings of ${formatPence(totals.savings)} over ${years.length} years. The figures are in the table below.`}
      years={years}
      scale={scale}
      legend={[
        { name: "Costs", className: "app-chart__costs" },
        { name: "Savings", className: "app-chart__savings" },
      ]}
    >
      {years.map((year, index) => {
        const middle = middleOf(index, years.length);
        return (
          <g key={year}>
            <Bar
              className="app-chart__costs"
              x={middle - width}
              width={width}
              amount={costs[index] ?? 0}
              scale={scale}
            />
            <Bar className="app-chart__savings" x={middle} width={width} amount={savings[index] ?? 0} scale={scale} />
          </g>
        );
      })}
    </ChartFrame>
  );
}

interface BarProps {
  className: string;
  x: number;
  width: number;
  amount: Pence;
  scale: ChartScale;
}

function Bar({ className, x, width, amount, scale }: BarProps) {
  const [zero, end] = [scale.y(0), scale.y(amount)];
  return <rect className={className} x={x} width={width} y={Math.min(zero, end)} height={Math.abs(zero - end)} />;
}
