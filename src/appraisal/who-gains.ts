import type { Pence } from "../money/pence.ts";
import { groupLines, linesTotal, type CashModel, type Line } from "./cash-flow.ts";

/** What one body puts in and gets out over the whole model, in pence. */
export interface BodyPosition {
  body: string;
  costs: Pence;
  /** Money this body gives, the award left out. */
  gives: Pence;
  cashable: Pence;
  nonCashable: Pence;
  /** Savings less costs borne. */
  net: Pence;
}

/** Who pays and who gains, body by body, in the order bodies first appear. */
export function whoGains(model: CashModel): BodyPosition[] {
  const costs = byBody(model.costs);
  const gives = byBody(model.funding.filter((line) => line.source !== "award"));
  const cashable = byBody(model.savings.filter((line) => line.cashable));
  const nonCashable = byBody(model.savings.filter((line) => !line.cashable));
  const bodies = new Set([...costs.keys(), ...gives.keys(), ...byBody(model.savings).keys()]);
  return [...bodies].map((body) => {
    const position = {
      costs: costs.get(body) ?? 0,
      gives: gives.get(body) ?? 0,
      cashable: cashable.get(body) ?? 0,
      nonCashable: nonCashable.get(body) ?? 0,
    };
    return { body, ...position, net: position.cashable + position.nonCashable - position.costs };
  });
}

function byBody(lines: readonly Line[]): Map<string, Pence> {
  return new Map([...groupLines(lines, (line) => line.body)].map(([body, group]) => [body, linesTotal(group)]));
}
