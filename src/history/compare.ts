import { diffComm } from "node-diff3";
import type { Bid } from "../bids/bid-schema.ts";
import { readableAnswer } from "../bids/answers-under.ts";
import { rowName, textOf } from "../fields/answer.ts";
import { isUnread } from "../fields/field.ts";
import type { Row } from "../fields/kinds/table.ts";
import type { YearlyMoney } from "../fields/kinds/yearly-money.ts";
import type { Column, FieldOf } from "../fields/registry.ts";
import { formatPence } from "../money/pence.ts";
import { questionsOf, type Question, type Scheme } from "../schemes/scheme-schema.ts";
import { same } from "./same.ts";

/** A stretch of words that both texts have, or that only one has. */
export interface WordChange {
  kept?: string;
  removed?: string;
  added?: string;
}

/** One thing that differs between two versions of a bid. */
export interface Difference {
  /** A question's id, or `:title`, `:strand`, `:marking`, `:scheme`. */
  question: string;
  row?: string;
  column?: string;
  /** The name of the line, where it is one. */
  line?: string;
  /** How the officer knows it. */
  label: string;
  before: string;
  after: string;
  words: WordChange[];
}

/** Everything that differs, by question and by cell, in the order of the form. */
export function compareBids(scheme: Scheme, before: Bid, after: Bid): Difference[] {
  const strandTitle = (id: string) => scheme.strands.find((one) => one.id === id)?.title ?? id;
  const head = [
    difference({ question: ":title", label: "Title of the bid" }, before.title, after.title),
    difference({ question: ":strand", label: "Strand" }, strandTitle(before.strand), strandTitle(after.strand)),
    difference({ question: ":marking", label: "Marking" }, before.marking, after.marking),
    difference({ question: ":scheme", label: "Version of the scheme" }, before.scheme.version, after.scheme.version),
  ].filter((one) => one.before !== one.after);
  return [...head, ...questionsOf(scheme).flatMap((question) => compareQuestion(question, before, after))];
}

function compareQuestion(question: Question, before: Bid, after: Bid): Difference[] {
  const [old, now] = [readable(question, before), readable(question, after)];
  if (same(old, now)) return [];
  if (question.kind === "table") return compareTables(question, rows(old), rows(now));
  return [
    difference({ question: question.id, label: question.label }, fullText(question, old), fullText(question, now)),
  ];
}

function readable(question: Question, { answers }: Bid): unknown {
  return readableAnswer(question, answers[question.id]);
}

function rows(value: unknown): Row[] {
  return Array.isArray(value) ? (value as Row[]) : [];
}

type Place = Omit<Difference, "before" | "after" | "words">;

function difference(place: Place, before: string, after: string): Difference {
  return { ...place, before, after, words: compareWords(before, after) };
}

function compareTables(table: FieldOf<"table">, before: readonly Row[], after: readonly Row[]): Difference[] {
  const [old, now] = [new Map(before.map((row) => [row.id, row])), new Map(after.map((row) => [row.id, row]))];
  return [...new Set([...old.keys(), ...now.keys()])].flatMap((id) => {
    const [was, is] = [old.get(id), now.get(id)];
    const lines = was ? before : after;
    const name = rowName(
      table,
      (was ?? is) as Row,
      lines.findIndex((row) => row.id === id),
    );
    const place = { question: table.id, row: id, line: name, label: `${table.label}, ${name}` };
    if (was && is) return compareRows(table, [was, is], place);
    return [difference(place, was ? rowText(table, was) : "", is ? rowText(table, is) : "")];
  });
}

function compareRows(table: FieldOf<"table">, [was, is]: [Row, Row], line: Place): Difference[] {
  const cells = table.columns.flatMap((column) => {
    const [old, now] = [was.cells[column.id], is.cells[column.id]];
    const place = { ...line, column: column.id, label: `${line.label}: ${column.label}` };
    return same(old, now) ? [] : [difference(place, fullText(column, old), fullText(column, now))];
  });
  if (was.order === is.order) return cells;
  return [...cells, { ...line, before: "Where it was", after: "Moved", words: [] }];
}

function rowText(table: FieldOf<"table">, row: Row): string {
  const cells = table.columns.map((column) => [column.label, fullText(column, row.cells[column.id])] as const);
  return cells.flatMap(([label, text]) => (text === "" ? [] : [`${label}: ${text}`])).join("\n");
}

/** A value as it is compared and shown. Amounts by year are told year by year: a total alone would hide a shift between years. */
export function fullText(field: Question | Column, stored: unknown): string {
  const value = readableAnswer(field, stored);
  if (field.kind !== "yearly-money" || value === undefined || isUnread(value)) return textOf(field, value);
  return Object.entries(value as YearlyMoney)
    .map(([year, amount]) => `${year} ${isUnread(amount) ? amount.unread : formatPence(amount)}`)
    .join(", ");
}

/** What was taken out and put in, word by word. */
export function compareWords(before: string, after: string): WordChange[] {
  const words = (text: string) => text.match(/\S+\s*/gu) ?? [];
  return diffComm(words(before), words(after)).map((part) => {
    if ("common" in part && part.common) return { kept: part.common.join("") };
    const { buffer1 = [], buffer2 = [] } = part as { buffer1?: string[]; buffer2?: string[] };
    return {
      ...(buffer1.length > 0 ? { removed: buffer1.join("") } : {}),
      ...(buffer2.length > 0 ? { added: buffer2.join("") } : {}),
    };
  });
}
