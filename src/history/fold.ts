import { rowsOf } from "../bids/edit.ts";
import type { Bid } from "../bids/bid-schema.ts";
import { inOrder } from "../bids/row-order.ts";
import type { Row } from "../fields/kinds/table.ts";
import { ok, type Result } from "../shared/result.ts";
import { applyChange, leafAfter, type Change, type LeafChange } from "./change.ts";

type RowChange = Extract<Change, { do: "add-row" | "remove-row" }>;

/**
 * A bid after one list of changes after another: the same as `applyChange` for each, but what was copied for one change is
 * written into by the next. Thousands of edits are folded when a bid is opened.
 */
export class Fold {
  #bid: Bid;
  #answers: Record<string, unknown>;
  readonly #tables = new Map<string, OwnTable>();

  constructor(start: Bid) {
    this.#bid = start;
    this.#answers = { ...start.answers };
  }

  /** The bid as it now is. Nothing may be applied after it was asked for. */
  get bid(): Bid {
    return { ...this.#bid, answers: this.#answers };
  }

  /** A fault leaves the fold of no use. */
  apply(changes: readonly Change[]): Result<null, string> {
    for (const one of changes) {
      const done = this.#applyOne(one);
      if (!done.ok) return done;
    }
    return ok(null);
  }

  #applyOne(one: Change): Result<null, string> {
    if (isLeafChange(one)) return this.#applyToLeaf(one);
    if (isRowChange(one) && this.#applyToTable(one)) return ok(null);
    return this.#applyWhole(one);
  }

  #applyToLeaf(one: LeafChange): Result<null, string> {
    const { question, row, column } = one as LeafChange & { row?: string; column?: string };
    const members = row === undefined ? this.#answers : this.#tableOf(question).cellsOf(row);
    const name = row === undefined ? question : column;
    // To write into the last would change what the members are, and add none.
    if (members === undefined || name === undefined || name === "__proto__") return this.#applyWhole(one);
    const after = leafAfter(members[name] ?? null, one);
    if (!after.ok) return after;
    if (after.value === null) Reflect.deleteProperty(members, name);
    else members[name] = after.value;
    if (row === undefined) this.#tables.delete(question);
    return ok(null);
  }

  /** Whether it could be done to the lines as they are. */
  #applyToTable({ do: what, question, row }: RowChange): boolean {
    const table = this.#tableOf(question);
    const done = what === "add-row" ? table.add(row) : table.remove(row.id);
    if (done && table.rows.length > 0) this.#answers[question] = table.rows;
    else if (done) Reflect.deleteProperty(this.#answers, question);
    return done;
  }

  #tableOf(question: string): OwnTable {
    const known = this.#tables.get(question);
    if (known) return known;
    const table = new OwnTable(rowsOf({ answers: this.#answers }, question));
    if (table.rows.length > 0) this.#answers[question] = table.rows;
    this.#tables.set(question, table);
    return table;
  }

  #applyWhole(one: Change): Result<null, string> {
    const applied = applyChange(this.bid, one);
    if (!applied.ok) return applied;
    this.#bid = applied.value;
    this.#answers = { ...applied.value.answers };
    if ("question" in one) this.#tables.delete(one.question);
    return ok(null);
  }
}

function isLeafChange(one: Change): one is LeafChange {
  return one.do === "answer" || one.do === "cell" || one.do === "splice";
}

function isRowChange(one: Change): one is RowChange {
  return (one.do === "add-row" || one.do === "remove-row") && one.question !== "__proto__";
}

/** The lines of a table that nobody else holds; each is copied before it is first written into. */
class OwnTable {
  rows: Row[];
  readonly #byId: Map<string, Row>;
  readonly #own = new Set<Row>();
  /** Every line has a place of its own and an id that no other has. */
  readonly #plain: boolean;

  constructor(rows: readonly Row[]) {
    this.rows = [...rows];
    this.#byId = new Map(rows.map((row) => [row.id, row]));
    this.#plain = this.#byId.size === rows.length && rows.every(({ order }) => order !== undefined);
  }

  cellsOf(id: string): Record<string, unknown> | undefined {
    const row = this.#plain ? this.#byId.get(id) : undefined;
    if (row === undefined || this.#own.has(row)) return row?.cells;
    const copy = { ...row, cells: { ...row.cells } };
    this.rows[this.rows.indexOf(row)] = copy;
    this.#byId.set(id, copy);
    this.#own.add(copy);
    return copy.cells;
  }

  add(row: Row): boolean {
    if (!this.#plain || row.order === undefined || this.#byId.has(row.id)) return false;
    this.rows = inOrder([...this.rows, row]);
    this.#byId.set(row.id, row);
    return true;
  }

  remove(id: string): boolean {
    const row = this.#plain ? this.#byId.get(id) : undefined;
    if (row === undefined) return false;
    this.rows = this.rows.filter((one) => one !== row);
    this.#byId.delete(id);
    return true;
  }
}
