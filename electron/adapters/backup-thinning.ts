/** A kept copy, as far as its name says. */
export interface KeptCopy {
  /** Counts up by one for each copy of a bid: the order of copies, whatever the clock did. */
  number: number;
  /** When it was kept, by the clock of then, in milliseconds. */
  at: number;
}

const perToday = 10;
const mostDays = 30;
const day = 24 * 60 * 60 * 1000;

/**
 * Which copies stay: the last ten of the newest one's day, the last of each of thirty other days, and always one that is
 * a day older than the newest, if there is any. Days are only labels; the order is by number, because clocks are set back.
 */
export function copiesToKeep(copies: readonly KeptCopy[]): Set<number> {
  const newestFirst = copies.toSorted((a, b) => b.number - a.number);
  const [newest] = newestFirst;
  if (!newest) return new Set();
  const today = newestFirst.filter((one) => dayOf(one) === dayOf(newest)).slice(0, perToday);
  const others = new Map<string, KeptCopy>();
  for (const one of newestFirst) {
    if (dayOf(one) !== dayOf(newest) && !others.has(dayOf(one))) others.set(dayOf(one), one);
  }
  const old = newestFirst.find((one) => one.at <= newest.at - day);
  const kept = [...today, ...[...others.values()].slice(0, mostDays), ...(old ? [old] : [])];
  return new Set(kept.map((one) => one.number));
}

function dayOf({ at }: KeptCopy): string {
  return new Date(at).toISOString().slice(0, 10);
}
