import { ancestors, entryAt, stateAt, type Conflict, type Entry, type Log } from "./log.ts";
import { placeKey, valueIn } from "./place.ts";

/** What one side decided of a clash, and the value it then had there. */
export interface Decision {
  conflict: Conflict;
  value: unknown;
}

/** Entries that hold: those that were taken back, and not brought back since, do not. */
function standing(entries: readonly Entry[]): Entry[] {
  const broughtBack = new Set(entries.flatMap((one) => one.redoes ?? []));
  const takenBack = new Set(entries.flatMap((one) => (broughtBack.has(one.id) ? [] : (one.undoes ?? []))));
  return entries.filter((one) => !takenBack.has(one.id));
}

function entriesBefore(log: Log, head: string): Entry[] {
  return [...ancestors(log, head)].map((id) => entryAt(log, id));
}

/** Conflicts of every merge in a log that nobody has settled yet. */
export function openConflicts(log: Log): Conflict[] {
  if (![...log.entries.values()].some((one) => one.conflicts)) return [];
  const entries = standing(entriesBefore(log, log.head));
  const settled = new Set(entries.flatMap((one) => one.settles ?? []));
  const open = entries.flatMap((one) => one.conflicts ?? []).filter((one) => !settled.has(one.id));
  return open.toSorted((a, b) => (a.question < b.question ? -1 : 1));
}

/** What was settled before one head and not before the other, by its place; the latest where it was settled again. */
export function decisions(log: Log, head: string, not: string): Map<string, Decision> {
  if (![...log.entries.values()].some((one) => one.settles)) return new Map();
  const [others, entries] = [ancestors(log, not), entriesBefore(log, head)];
  const conflicts = new Map(entries.flatMap((one) => one.conflicts ?? []).map((one) => [one.id, one]));
  const own = standing(entries).filter((one) => !others.has(one.id));
  const inTime = own.toSorted((a, b) => (a.at + a.id < b.at + b.id ? -1 : 1));
  return new Map(inTime.flatMap((one) => decided(log, one, conflicts)));
}

function decided(log: Log, { id, settles = [] }: Entry, conflicts: ReadonlyMap<string, Conflict>) {
  return settles.flatMap((settled): [string, Decision][] => {
    const [conflict, state] = [conflicts.get(settled), stateAt(log, id)];
    return conflict && state.ok ? [[placeKey(conflict), { conflict, value: valueIn(state.value, conflict) }]] : [];
  });
}
