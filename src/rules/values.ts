import type { Comparable } from "../fields/field.ts";
import type { Selection, Value } from "./condition.ts";
import { known, unknown, type Fact, type Facts, type RowFacts } from "./facts.ts";
import { combine, percentOf, shareOf, show } from "./quantities.ts";
import type { judge as Judge } from "./judge.ts";

/** Where a value is worked out: the bid, and the line of a table where a test looks at lines one by one. */
export interface Place {
  facts: Facts;
  row?: RowFacts;
  judge: typeof Judge;
}

/** Works a value out from a bid. Anything missing makes the whole value unknown, and says what. */
export function valueOf(value: Value, place: Place): Fact {
  if (typeof value === "number") return known({ unit: "number", amount: value }, "");
  if (typeof value === "string") return known({ unit: "text", text: value }, "");
  if (typeof value === "boolean") return known({ unit: "boolean", yes: value }, "");
  const { facts } = place;
  if ("field" in value) return facts.field(value.field, value.part);
  if ("column" in value) return columnOf(value.column, value.part, place);
  if ("figure" in value) return facts.figure(value.figure);
  if ("measure" in value) return facts.measure(value.measure);
  if ("words" in value) return facts.words(value.words);
  return computed(value, place);
}

function computed(value: Exclude<Value, number | string | boolean>, place: Place): Fact {
  if ("count" in value) return countOf(value.count, place);
  if ("sum" in value) return sumOf(value.sum, place);
  if ("share" in value) return both([value.share.of, value.share.in], place, share);
  if ("percent" in value) return both([value.percent.rate, value.percent.of], place, percent);
  if ("plus" in value) return addAll(value.plus, place);
  if ("minus" in value) return both(value.minus, place, difference);
  if ("look-up" in value) return lookUp(value["look-up"], place);
  throw new Error(`A value of no known form: ${JSON.stringify(value)}`);
}

function columnOf(id: string, part: string | undefined, place: Place): Fact {
  if (!place.row) throw new Error(`“column: ${id}” stands outside a test on lines`);
  return place.row.column(id, part);
}

/** Arithmetic on two values, and how the result is named in working. */
interface Sum {
  of(left: Comparable, right: Comparable): Comparable | undefined;
  label(left: string, right: string): string;
}

const share: Sum = { of: shareOf, label: (a, b) => `${a} as a share of ${b}` };
const percent: Sum = { of: percentOf, label: (a, b) => `${a} of ${b}` };
const difference: Sum = { of: (a, b) => combine(a, b, -1), label: (a, b) => `${a} less ${b}` };

function both([left, right]: [Value, Value], place: Place, sum: Sum): Fact {
  const [a, b] = [valueOf(left, place), valueOf(right, place)];
  if (!a.known || !b.known) return unknown(...missingOf(a), ...missingOf(b));
  const result = sum.of(a.value, b.value);
  return result ? known(result, sum.label(withLabel(a), withLabel(b))) : unknown();
}

/** `£81,200 (Match funding)`: a value with what it is, for working. */
export function withLabel(fact: Extract<Fact, { known: true }>): string {
  return fact.label === "" ? show(fact.value) : `${show(fact.value)} (${fact.label})`;
}

export function missingOf(fact: Fact) {
  return fact.known ? [] : fact.missing;
}

function addAll(values: Value[], place: Place): Fact {
  const [first, ...rest] = values as [Value, ...Value[]];
  return rest.reduce<Fact>(
    (sum, next) => {
      const added = valueOf(next, place);
      if (!sum.known || !added.known) return unknown(...missingOf(sum), ...missingOf(added));
      const result = combine(sum.value, added.value, 1);
      return result ? known(result, `${sum.label} plus ${added.label}`) : unknown();
    },
    valueOf(first, place),
  );
}

function lookUp(ask: { table: string; by: Value; take: string }, place: Place): Fact {
  const key = valueOf(ask.by, place);
  return key.known ? place.facts.lookUp(ask.table, key.value, ask.take) : key;
}

type Selected =
  { known: true; rows: RowFacts[]; label: string } | { known: false; missing: ReturnType<typeof missingOf> };

/** The lines a selection keeps. A line whose test cannot be told makes the selection unknown. */
export function select(selection: Selection, place: Place): Selected {
  const table = place.facts.rows(selection.in);
  if (!table.known || !selection.where) return table;
  const rows: RowFacts[] = [];
  for (const row of table.rows) {
    const verdict = place.judge(selection.where, place.facts, row);
    if (verdict.answer === "cannot tell") return { known: false, missing: verdict.missing };
    if (verdict.answer === "yes") rows.push(row);
  }
  return { known: true, rows, label: table.label };
}

function countOf(selection: Selection, place: Place): Fact {
  const selected = select(selection, place);
  if (!selected.known) return selected;
  return known({ unit: "number", amount: selected.rows.length }, `number in ${selected.label}`);
}

function sumOf(ask: Selection & { of: string }, place: Place): Fact {
  const selected = select(ask, place);
  if (!selected.known) return selected;
  let total: Comparable | undefined;
  for (const row of selected.rows) {
    const cell = row.column(ask.of);
    if (!cell.known) return cell;
    total = total ? combine(total, cell.value, 1) : cell.value;
    if (!total) return unknown();
  }
  return known(total ?? { unit: "pence", amount: 0 }, `total of ${selected.label}`);
}
