import { useId, type ReactNode } from "react";
import { shortPounds, type ChartScale } from "./chart-scale.ts";

/** The size of the drawing in its own units; the page scales it. */
export const chart = { width: 560, height: 280, left: 64, right: 548, top: 16, bottom: 240 } as const;

interface ChartFrameProps {
  title: string;
  description: string;
  years: readonly string[];
  scale: ChartScale;
  children: ReactNode;
  legend: readonly { name: string; className: string }[];
}

/** The middle of a year’s place across the chart. */
export function middleOf(index: number, count: number): number {
  return chart.left + ((index + 0.5) * (chart.right - chart.left)) / count;
}

/** Lines, years and words around a chart. Its figures stand in the table below it. */
export function ChartFrame({ title, description, years, scale, children, legend }: ChartFrameProps) {
  const id = useId();
  return (
    <figure className="app-chart">
      <figcaption className="govuk-heading-s">{title}</figcaption>
      <svg viewBox={`0 0 ${chart.width} ${chart.height}`} role="img" aria-labelledby={`${id}-title ${id}-desc`}>
        <title id={`${id}-title`}>{title}</title>
        <desc id={`${id}-desc`}>{description}</desc>
        {scale.ticks.map((tick) => (
          <g key={tick}>
            <line
              className={tick === 0 ? "app-chart__zero" : "app-chart__line"}
              x1={chart.left}
              x2={chart.right}
              y1={scale.y(tick)}
              y2={scale.y(tick)}
            />
            <text className="app-chart__label" x={chart.left - 8} y={scale.y(tick) + 4} textAnchor="end">
              {shortPounds(tick)}
            </text>
          </g>
        ))}
        {children}
        {years.map((year, index) => (
          <text
            key={year}
            className="app-chart__label"
            x={middleOf(index, years.length)}
            y={chart.height - 16}
            textAnchor="middle"
          >
            {years.length > 8 ? year.slice(2) : year}
          </text>
        ))}
      </svg>
      <ul className="app-chart__legend">
        {legend.map(({ name, className }) => (
          <li key={name}>
            <span className={`app-chart__key ${className}`} aria-hidden="true" />
            {name}
          </li>
        ))}
      </ul>
    </figure>
  );
}
