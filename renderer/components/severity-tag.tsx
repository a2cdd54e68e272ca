import type { Severity } from "../../src/rules/rule.ts";

const colours = { blocker: "red", warning: "yellow", advice: "blue" } as const;
const names = { blocker: "Blocker", warning: "Warning", advice: "Advice" } as const;

export function SeverityTag({ severity }: { severity: Severity }) {
  return <strong className={`govuk-tag govuk-tag--${colours[severity]}`}>{names[severity]}</strong>;
}
