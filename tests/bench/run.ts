import { assess } from "../../src/bids/assess.ts";
import { whichFund } from "../../src/bids/which-fund.ts";
import { applyEdit } from "../../src/bids/edit.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Row } from "../../src/fields/kinds/table.ts";
import { renderDocument } from "../../src/documents/render/make-documents.ts";
import { readBack } from "../../src/documents/render/second-reader.ts";
import { ok } from "../../src/shared/result.ts";
import { submissionPack } from "../../src/packs/submission-pack.ts";
import { example, reference, scheme, schemeIds } from "../support/bidwright.ts";
import { answeredQuestions, largeBid } from "../support/bids.ts";
import { measure, report } from "./measure.ts";

const loaded = scheme("tca-2013-14");
const known = reference();
const bid = largeBid(loaded, example(loaded, "cheshire").bid, 500);
const years = loaded.appraisal.years.count;

const floor = await measure("floor: the bid to JSON and back", 100, () => JSON.parse(JSON.stringify(bid)) as unknown);

const whole = await measure("whole check of a bid never seen before", 60, () =>
  assess(loaded, structuredClone(bid), known),
);

let edited: Bid = bid;
assess(loaded, edited, known);

const cell = await measure("one amount typed, to findings and money", 300, (index) => {
  const rows = edited.answers.costs as Row[];
  const value = { "2013-14": 1000 + index };
  const applied = applyEdit(edited, {
    do: "cell",
    question: "costs",
    row: rows[index % rows.length]?.id ?? "",
    column: "amounts",
    value,
  });
  if (!applied.ok) throw new Error(applied.error.message);
  edited = applied.value.bid;
  return assess(loaded, edited, known);
});

const failing = await measure("award over the limit typed, to nearest fix", 100, (index) => {
  const value = 200_000_100 + index;
  return assess(loaded, { ...edited, answers: { ...edited.answers, "award-requested": value } }, known);
});

/** Every fund there is. */
const shelf = schemeIds()
  .map(scheme)
  .filter((one) => one.outline !== true)
  .map((one) => ({ id: one.id, scheme: ok(one) }));
const strands = shelf.flatMap(({ scheme: { value } }) => value.strands).length;
const at = { today: "2013-07-01", discountSeries: known.discountSeries };
const project = example(loaded, "cheshire").bid;

const which = await measure(`${shelf.length} schemes against one project`, 60, () =>
  whichFund({ bid: structuredClone(project), scheme: loaded }, shelf, at),
);
const whichLarge = await measure(`${shelf.length} schemes against one project of 500 lines`, 20, () =>
  whichFund({ bid: structuredClone(bid), scheme: loaded }, shelf, at),
);

const pack = await measure("both documents made and read back", 5, async () => {
  const { check, appraisal } = assess(loaded, bid, known);
  const input = { scheme: loaded, bid, check, appraisal, reference: known, madeOn: "2013-07-01", draft: true };
  for (const { content } of submissionPack(input).documents) {
    const bytes = await renderDocument(content, "2013-07-01");
    const read = await readBack("word" in content ? "word" : "excel", bytes);
    if (!read.ok) throw new Error(read.error);
  }
});

console.log(
  `A bid of ${answeredQuestions(loaded, bid).length} answers and 500 lines over ${years} years, one process:`,
);
console.log(`${shelf.length} schemes have ${strands} strands.`);
console.log(
  report([floor, whole, cell, failing, which, whichLarge, pack], {
    [pack.name]: 2000,
    [whole.name]: 50,
    [cell.name]: 16,
    [failing.name]: 16,
    [which.name]: 200,
  }),
);
