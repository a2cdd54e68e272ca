import { createHash } from "node:crypto";
import fc from "fast-check";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { applyEdit, type Edit } from "../../src/bids/edit.ts";
import { plainText, type RichText } from "../../src/fields/rich-text.ts";
import { changeFor } from "../../src/history/change.ts";
import { append, beginLog, stateAt, type Conflict, type Hash, type Log } from "../../src/history/log.ts";
import { changesFor, mergeLogs, type MergedLog } from "../../src/history/merge-logs.ts";
import { settlingEdits, type SettledAs } from "../../src/history/settle.ts";
import { example, scheme } from "./bidwright.ts";

export const hash: Hash = (text) => createHash("sha256").update(text).digest("hex");

export const tca = scheme("tca-2013-14");

const sentences = [
  "We join two teams.",
  "It costs £100,000.",
  "Staff were asked.",
  "It starts in April.",
  "Halton leads.",
];

/** Paragraphs in which a figure, a date and a time stand between dots that end no sentence. */
const figures = [
  ["It costs £1.5m over 2.5 years.", "About 12.5% is saved, approx. £1,250.75 a week."],
  ["Bids close on 1.4.14 at 12.30 p.m. sharp!", "Cllr. Jones (no. 7) signs (see para. 3.2).", "Halton leads."],
];

export const longAnswer = (paragraphs: string[][]) => ({
  blocks: paragraphs.map((parts) => ({ type: "paragraph", spans: [{ text: parts.join(" ") }] })),
});

/** Pieces of a long answer as small as anybody could call a sentence, and every word with a figure in it. */
export function piecesIn(value: unknown): string[] {
  const text = value ? plainText(value as RichText) : "";
  const pieces = [...text.split(/(?<=[.!?]["”)]?)\s+|\n/), ...(text.match(/\S*\d\S*/g) ?? [])];
  return pieces.map((one) => one.trim()).filter((one) => one !== "");
}

const startRows = ["r1", "r2", "r3"].map((id, index) => ({
  id,
  cells: { description: `Line ${id}`, nature: "one-off", amounts: { "2013-14": 1000 * (index + 1) } },
}));

/** A small bid with one of each thing that can clash: a long answer, an amount, a choice and a table of lines. */
export const startBid: Bid = {
  ...example(tca, "cheshire").bid,
  answers: {
    summary: longAnswer([...sentences.slice(0, 3).map((one) => [one]), ...figures]),
    "award-requested": 420_000_00,
    "price-basis": "real",
    costs: startRows,
  },
};

export function startLog(): Log {
  return beginLog(startBid, { who: "Priya", at: "2013-06-01T09:00:00.000Z" }, hash);
}

export function stateOf(log: Log): Bid {
  const state = stateAt(log, log.head);
  if (!state.ok) throw new Error(state.error);
  return state.value;
}

/** One thing that a person does, made into an edit of the bid as it stands; nothing where it cannot be done. */
export type Act = (bid: Bid, name: string, count: number) => Edit | undefined;

const pick = <T>(list: readonly T[], index: number): T | undefined => list[index % Math.max(1, list.length)];
const rows = (bid: Bid) => (bid.answers.costs ?? []) as typeof startRows;

const rewrite: fc.Arbitrary<Act> = fc
  .tuple(fc.nat({ max: 4 }), fc.constantFrom(...sentences), fc.boolean())
  .map(([index, words, insert]): Act => (bid, name, count) => {
    const { blocks } = bid.answers.summary as ReturnType<typeof longAnswer>;
    const at = index % (blocks.length + 1);
    const text = { type: "paragraph", spans: [{ text: `${words} ${name} ${count}.` }] };
    return { do: "answer", question: "summary", value: { blocks: blocks.toSpliced(at, insert ? 0 : 1, text) } };
  });

/** The text with one of its figures changed, a word of it, or with one more sentence: what people do inside a paragraph. */
export function reworded(text: string, { at, to }: { at: number; to: string }): string {
  const words = text.split(" ");
  const index = at % (words.length + 1);
  if (index === words.length) return `${text} Then ${to} more came.`;
  const word = words[index] ?? "";
  return words.with(index, /\d/.test(word) ? word.replace(/\d+/, to) : `${word}${to}`).join(" ");
}

export const rewording = fc.record({ at: fc.nat({ max: 40 }), to: fc.constantFrom("2", "31", "705") });

const reword: fc.Arbitrary<Act> = fc.tuple(fc.nat({ max: 9 }), rewording).map(([index, how]): Act => (bid) => {
  const { blocks } = bid.answers.summary as ReturnType<typeof longAnswer>;
  const block = pick(blocks, index);
  if (!block) return undefined;
  const text = block.spans.map((span) => span.text).join("");
  const changed = { type: "paragraph", spans: [{ text: reworded(text, how) }] };
  return { do: "answer", question: "summary", value: { blocks: blocks.with(blocks.indexOf(block), changed) } };
});

const others: fc.Arbitrary<Act> = fc.oneof(
  fc
    .integer({ min: 1, max: 900 })
    .map((pounds): Act => () => ({ do: "answer", question: "award-requested", value: pounds * 100_000 })),
  fc.constantFrom("real", "nominal").map((value): Act => () => ({ do: "answer", question: "price-basis", value })),
  fc.constant<Act>((_, name, count) => ({ do: "retitle", title: `Title by ${name} ${count}` })),
  fc.nat({ max: 9 }).map((index): Act => (bid, name, count) => {
    const id = `${String(count).padStart(4, "0")}-${name}`;
    if (rows(bid).some((one) => one.id === id)) return undefined;
    return {
      do: "add-row",
      question: "costs",
      row: { id, cells: { description: id } },
      at: index % (rows(bid).length + 1),
    };
  }),
  fc.nat({ max: 9 }).map((index): Act => (bid) => {
    const row = pick(rows(bid), index);
    return row && { do: "remove-row", question: "costs", row: row.id };
  }),
  fc.tuple(fc.nat({ max: 9 }), fc.nat({ max: 9 })).map(([index, to]): Act => (bid) => {
    const row = pick(rows(bid), index);
    return row && { do: "move-row", question: "costs", row: row.id, to: to % rows(bid).length };
  }),
  fc.tuple(fc.nat({ max: 9 }), fc.integer({ min: 1, max: 50 })).map(([index, pounds]): Act => (bid) => {
    const row = pick(rows(bid), index);
    return row && { do: "cell", question: "costs", row: row.id, column: "amounts", value: { "2013-14": pounds * 100 } };
  }),
);

export const acts = fc.array(fc.oneof(rewrite, reword, others, others), { maxLength: 6 });

/** The log after a person has done all this, one entry for each. */
export function perform(log: Log, name: string, done: readonly Act[]): Log {
  let [next, bid] = [log, stateOf(log)];
  done.forEach((act, index) => {
    const count = index + log.entries.size * 10;
    const edit = act(bid, name, count);
    const applied = edit && applyEdit(bid, edit);
    if (!edit || !applied?.ok) return;
    const at = new Date(Date.UTC(2013, 5, 1, 10, 0, count)).toISOString();
    next = append(next, { who: name, at, about: "Changed something", changes: [changeFor(bid, edit)] }, hash);
    bid = applied.value.bid;
  });
  return next;
}

/** The log after one conflict was settled. */
export function settled(log: Log, who: string, conflict: Conflict, as: SettledAs): Log {
  const bid = stateOf(log);
  const changes = changesFor(bid, settlingEdits(bid, conflict, as));
  const at = new Date(Date.UTC(2013, 5, 1, 12, 0, log.entries.size)).toISOString();
  return append(log, { who, at, about: "Settled", changes, settles: [conflict.id] }, hash);
}

export function merge(mine: Log, theirs: Log): MergedLog {
  const merged = mergeLogs(tca, mine, theirs, hash);
  if (!merged.ok) throw new Error(merged.error);
  return merged.value;
}

/** Every single thing in a bid that can be told apart: answers, cells and lines. */
export function leavesOf(bid: Bid): Map<string, string> {
  const { costs, summary: _, ...answers } = bid.answers;
  const found = new Map([
    ["title", bid.title],
    ...Object.entries(answers).map(([id, value]): [string, string] => [id, JSON.stringify(value)]),
  ]);
  for (const { id, cells } of (costs ?? []) as { id: string; cells: Record<string, unknown> }[]) {
    found.set(`costs ${id}`, "there");
    for (const [column, value] of Object.entries(cells)) found.set(`costs ${id} ${column}`, JSON.stringify(value));
  }
  return found;
}

/** Where conflicts are, by the names of those things. */
export function placesIn(conflicts: readonly Conflict[]): string[] {
  return conflicts.map(({ question, row, column }) =>
    [question.replace(/^:/, ""), row, column].filter(Boolean).join(" "),
  );
}
