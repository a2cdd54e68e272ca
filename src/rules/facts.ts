import type { Comparable } from "../fields/field.ts";

/** Something a rule needed and the bid does not hold yet. */
export interface Missing {
  /** Absent where no answer could supply it: a figure that is not held. */
  question?: string;
  row?: string;
  column?: string;
  /** How the officer knows it. */
  label: string;
}

/** A value with how it reads in a rule's working, or what is missing to know it. */
export type Known = { known: true; value: Comparable; label: string };
export type Unknown = { known: false; missing: Missing[] };
export type Fact = Known | Unknown;

/** One line of a table, as rules see it. */
export interface RowFacts {
  column(id: string, part?: string): Fact;
}

/**
 * All that rules may know of a bid. `bids` builds it over answers and a scheme; the examples of a scheme build it too.
 * A table with no lines is unknown, never zero.
 */
export interface Facts {
  field(id: string, part?: string): Fact;
  /** The label of a question, for working. */
  labelOf(id: string): string;
  /** The long answer's words, by the question's own counting rule. */
  words(id: string): Fact;
  rows(table: string): { known: true; rows: RowFacts[]; label: string } | Unknown;
  figure(id: string): Fact;
  measure(id: string): Fact;
  lookUp(table: string, key: Comparable, take: string): Fact;
  listed(table: string, key: Comparable): Fact;
}

export function unknown(...missing: Missing[]): Unknown {
  return { known: false, missing };
}

export function known(value: Comparable, label: string): Known {
  return { known: true, value, label };
}
