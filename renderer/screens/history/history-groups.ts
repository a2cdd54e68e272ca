import type { HistoryItem } from "../../../src/contract/views.ts";

/** One step as an officer remembers it: typing in one place is many entries of the log and one step. */
export interface HistoryStep {
  /** The newest entry: the bid as it stood when the step was done. */
  entry: string;
  /** The entry before the step; undefined for the beginning. */
  before: string | undefined;
  /** ISO times of its first and last change. */
  from: string;
  at: string;
  who: string;
  about: string;
  kind: HistoryItem["kind"];
  name: string | undefined;
  questions: string[];
  /** How many entries it is made of. */
  changes: number;
}

/** A pause longer than this ends a step, in milliseconds. */
const longestPause = 5 * 60 * 1000;

/**
 * Gathers entries, newest first, into steps, newest first.
 *
 * @param all the whole history that the entries are of, newest first
 */
export function historySteps(items: readonly HistoryItem[], all: readonly HistoryItem[] = items): HistoryStep[] {
  const places = new Map(all.map((item, index) => [item.entry, index]));
  const steps: HistoryStep[] = [];
  items.forEach((item) => {
    const place = places.get(item.entry);
    const before = place === undefined ? undefined : all[place + 1]?.entry;
    const last = steps.at(-1);
    if (last && belongs(last, item)) {
      last.from = item.at;
      last.before = before;
      last.changes += 1;
      return;
    }
    steps.push(stepOf(item, before));
  });
  return steps;
}

function stepOf(
  { entry, at, who, about, kind, name, questions }: HistoryItem,
  before: string | undefined,
): HistoryStep {
  return { entry, before, from: at, at, who, about, kind, name, questions, changes: 1 };
}

function belongs(step: HistoryStep, { kind, who, about, at }: HistoryItem): boolean {
  if (kind !== "changed" || step.kind !== "changed" || step.who !== who || step.about !== about) return false;
  return Math.abs(Date.parse(step.from) - Date.parse(at)) <= longestPause;
}

/** Steps by the day they were done on, in the order given. */
export function byDay(steps: readonly HistoryStep[], dayOf: (iso: string) => string): [day: string, HistoryStep[]][] {
  const days = new Map<string, HistoryStep[]>();
  for (const step of steps) days.set(dayOf(step.at), [...(days.get(dayOf(step.at)) ?? []), step]);
  return [...days];
}
