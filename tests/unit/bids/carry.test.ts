import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { carryBid, type CarriedBid } from "../../../src/bids/carry-bid.ts";
import { isEmpty } from "../../../src/fields/answer.ts";
import { plainText, type RichText } from "../../../src/fields/rich-text.ts";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import type { Row } from "../../../src/fields/kinds/table.ts";
import type { Column } from "../../../src/fields/registry.ts";
import { same } from "../../../src/history/same.ts";
import { questionOf, questionsOf, type Question, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import { emptyBid } from "../../support/bids.ts";
import { example, exampleNames, scheme } from "../../support/bidwright.ts";
import { schemeLike } from "../../support/other-scheme.ts";

const tca = scheme("tca-2013-14");
const outline = scheme("project-outline");
const cheshire = example(tca, "cheshire").bid;
const named = { id: "new", title: "The new one" };

const carryTo = (to: Scheme, bid: Bid, from: Scheme = tca, strand = to.strands[0]?.id ?? ""): CarriedBid =>
  carryBid({ bid, scheme: from }, { scheme: to, strand }, named);

/** TCA with one question changed. */
const changing = (id: string, change: (question: Question) => unknown): Scheme =>
  schemeLike(tca, "other", (question) => (question.id === id ? (change(question) as Question | undefined) : question));

const bidWith = (answers: Bid["answers"]) => emptyBid({ answers });

describe("an answer that another scheme asks for", () => {
  test("comes over by the id of its question, and the first bid is untouched", () => {
    const before = structuredClone(cheshire);
    const { bid, carried } = carryTo(
      changing("none", (one) => one),
      cheshire,
    );
    expect(bid.answers.summary).toEqual(cheshire.answers.summary);
    expect(bid).toMatchObject({ ...named, scheme: { id: "other" }, marking: "OFFICIAL" });
    expect(carried.map((one) => one.question)).toContain("award-requested");
    expect(cheshire).toEqual(before);
  });

  test("comes over under the id that the other scheme names as the same", () => {
    const to = changing("award-requested", (one) => ({ ...one, id: "grant", "same-as": ["award-requested"] }));
    const { bid, carried } = carryTo(to, cheshire);
    expect(bid.answers.grant).toBe(cheshire.answers["award-requested"]);
    expect(bid.answers["award-requested"]).toBeUndefined();
    expect(carried.find((one) => one.question === "grant")).toMatchObject({
      from: "award-requested",
      text: "£420,000",
    });
  });

  test("comes over where the first scheme is the one that names the id", () => {
    const from = changing("award-requested", (one) => ({ ...one, "same-as": ["grant"] }));
    const to = changing("award-requested", (one) => ({ ...one, id: "grant" }));
    expect(carryTo(to, cheshire, from).bid.answers.grant).toBe(cheshire.answers["award-requested"]);
  });

  test("is not taken by another question while there is one of its own id", () => {
    const to = changing("transferable-learning", (one) => ({ ...one, "same-as": ["innovation"] }));
    const { bid, leftBehind } = carryTo(to, bidWith({ innovation: cheshire.answers.innovation }));
    expect(bid.answers.innovation).toEqual(cheshire.answers.innovation);
    expect(bid.answers["transferable-learning"]).toBeUndefined();
    expect(leftBehind).toEqual([]);
  });

  test("becomes a long answer of the same lines where it was a short text", () => {
    const from = changing("summary", ({ id, label }) => ({ id, label, kind: "short-text", required: true }));
    const { bid, adjusted } = carryTo(tca, bidWith({ summary: "One team.\nOne desk." }), from);
    expect(plainText(bid.answers.summary as RichText)).toBe("One team.\nOne desk.");
    expect(adjusted).toMatchObject([{ question: "summary", changes: ["The text is now a long answer."], left: [] }]);
  });

  test("becomes a list with one choice where several may be chosen", () => {
    const from = changing("kinds-of-change", (one) => ({ ...one, kind: "choice" }));
    const { bid, adjusted } = carryTo(tca, bidWith({ "kinds-of-change": "linked-it" }), from);
    expect(bid.answers["kinds-of-change"]).toEqual(["linked-it"]);
    expect(adjusted.map((one) => one.question)).toEqual(["kinds-of-change"]);
  });

  test("leaves the choices behind that are not offered there", () => {
    const to = changing("kinds-of-change", (one) => ({
      ...one,
      choices: [{ id: "back-office", label: "Back office" }],
    }));
    const { bid, adjusted } = carryTo(to, bidWith({ "kinds-of-change": ["back-office", "linked-it"] }));
    expect(bid.answers["kinds-of-change"]).toEqual(["back-office"]);
    expect(adjusted[0]?.left).toMatchObject([{ text: "Linked IT systems" }]);
  });

  test("keeps lines, their ids and their order, and lists the cells that do not fit", () => {
    const to = schemeLike(tca, "other", (question) =>
      question.kind === "table" && question.id === "partners"
        ? { ...question, columns: question.columns.filter((column) => column.id !== "commitment") }
        : question,
    );
    const { bid, adjusted } = carryTo(to, cheshire);
    const [before, after] = [cheshire.answers.partners as Row[], bid.answers.partners as Row[]];
    expect(after.map(({ id, order }) => [id, order])).toEqual(before.map(({ id, order }) => [id, order]));
    const partners = adjusted.find((one) => one.question === "partners");
    expect(partners?.left).toHaveLength(before.length);
    expect(partners?.left[0]).toMatchObject({ reason: "No such column is asked for there." });
    expect(partners?.left[0]?.label).toMatch(/: Commitment so far$/);
  });
});

describe("an answer that stays behind", () => {
  test("is kept in the new bid where the scheme has no such question, and comes back from there", () => {
    const to = changing("innovation", () => undefined);
    const there = carryTo(to, cheshire);
    const left = there.leftBehind.find((one) => one.question === "innovation");
    expect(left).toMatchObject({ kept: true, reason: `${to.title} does not ask for it.` });
    expect(left?.text).toBe(plainText(cheshire.answers.innovation as RichText));
    expect(there.bid.answers.innovation).toEqual(cheshire.answers.innovation);
    expect(carryTo(tca, there.bid, to).bid.answers.innovation).toEqual(cheshire.answers.innovation);
  });

  test("is named with its text where the question is of another kind there", () => {
    const to = changing("submission-date", ({ id, label }) => ({ id, label, kind: "money", required: true }));
    const { bid, leftBehind } = carryTo(to, cheshire);
    expect(bid.answers["submission-date"]).toBeUndefined();
    expect(leftBehind.find((one) => one.question === "submission-date")).toMatchObject({
      kept: false,
      reason: "An amount of money is wanted there.",
    });
  });

  test("is a choice that is not offered there", () => {
    const to = changing("price-basis", (one) => ({ ...one, choices: [{ id: "nominal", label: "Yes" }] }));
    const { leftBehind, missing } = carryTo(to, bidWith({ "price-basis": "real" }));
    expect(leftBehind).toMatchObject([{ question: "price-basis", reason: "“No” is not among the choices there." }]);
    expect(missing.map((one) => one.question)).toContain("price-basis");
  });

  test("is every signature: it stands for one bid, in another strand of the same scheme too", () => {
    const { bid, leftBehind } = carryTo(tca, cheshire, tca, "limited-sharing");
    expect(bid.answers["sign-offs"]).toBeUndefined();
    expect(leftBehind.map((one) => one.question)).toEqual(["sign-offs"]);
  });

  test("is text where a table is wanted, and a table that has no column in common", () => {
    const to = schemeLike(tca, "other", (question) =>
      question.kind === "table" && question.id === "milestones"
        ? { ...question, columns: question.columns.map((column) => ({ ...column, id: `new-${column.id}` }) as Column) }
        : question,
    );
    const { leftBehind } = carryTo(to, bidWith({ milestones: cheshire.answers.milestones, costs: "a lot" }));
    expect(leftBehind.map(({ question, reason }) => [question, reason])).toEqual([
      ["costs", "A table is wanted there."],
      ["milestones", "None of its columns is asked for there."],
    ]);
  });
});

test("what could not be read as an amount comes over as it was typed", () => {
  const { bid } = carryTo(tca, bidWith({ "award-requested": { unread: "about half a million" } }));
  expect(bid.answers["award-requested"]).toEqual({ unread: "about half a million" });
});

test("required questions that the strand asks for and that nobody answered are missing, and hidden ones are not", () => {
  const { missing } = carryTo(tca, example(outline, "babergh-mid-suffolk").bid, outline, "limited-sharing");
  const ids = missing.map((one) => one.question);
  expect(ids).toContain("innovation");
  expect(ids).not.toContain("separate-identity-kept");
  expect(ids).not.toContain("summary");
});

test("amounts in years that the other scheme does not hold are said", () => {
  const later: Scheme = { ...tca, appraisal: { ...tca.appraisal, years: { first: "2014-15", count: 10 } } };
  expect(carryTo(later, cheshire).yearsOutside).toEqual(["2013-14"]);
  expect(carryTo(tca, cheshire).yearsOutside).toEqual([]);
});

describe("for any bid and any other scheme", () => {
  const examples = [tca, outline].flatMap((from) =>
    exampleNames(from.id).map((name) => ({ from, bid: example(from, name).bid })),
  );
  type Change = "keep" | "drop" | "other kind" | "rename" | "fewer columns" | "one choice";
  const changes: fc.Arbitrary<Change> = fc.constantFrom(
    ...(["keep", "keep", "drop", "other kind", "rename", "fewer columns", "one choice"] as const),
  );

  const changed = (question: Question, how: Change): Question | undefined => {
    if (how === "drop") return undefined;
    if (how === "rename") return { ...question, id: `${question.id}-new`, "same-as": [question.id] } as Question;
    if (how === "other kind")
      return {
        id: question.id,
        label: question.label,
        kind: question.kind === "date" ? "money" : "date",
        required: true,
      };
    if (how === "fewer columns" && question.kind === "table")
      return { ...question, columns: question.columns.filter((_, index) => index % 2 === 0) };
    if (how === "one choice" && (question.kind === "choice" || question.kind === "choices"))
      return { ...question, choices: question.choices.slice(0, 1) };
    return question;
  };

  const cases = fc.record({
    given: fc.constantFrom(...examples),
    like: fc.constantFrom(tca, outline),
    how: fc.array(changes, { minLength: 90, maxLength: 90 }),
  });

  /** How many cells of lines, or how many choices, a value holds. */
  const partsOf = (value: unknown): number =>
    Array.isArray(value)
      ? value.reduce<number>(
          (total, one) => total + (typeof one === "string" ? 1 : Object.keys((one as Row).cells).length),
          0,
        )
      : 1;

  const answered = (from: Scheme, bid: Bid) => [
    ...questionsOf(from).filter((question) => !isEmpty(question, bid.answers[question.id])),
    ...Object.keys(bid.answers)
      .filter((id) => !questionOf(from, id))
      .map((id) => ({ id })),
  ];

  test("every answer is in exactly one list, what is carried is equal, and what can be kept is kept", () => {
    fc.assert(
      fc.property(cases, ({ given: { from, bid }, like, how }) => {
        let at = 0;
        const to = schemeLike(like, "other", (question) => changed(question, how[(at += 1) % how.length] ?? "keep"));
        const before = JSON.stringify(bid);
        const made = carryTo(to, bid, from);
        expect(JSON.stringify(bid)).toBe(before);

        const listed = [
          ...made.carried.map((one) => one.from),
          ...made.adjusted.map((one) => one.from),
          ...made.leftBehind.map((one) => one.question),
        ];
        expect(listed.toSorted()).toEqual(
          answered(from, bid)
            .map((one) => one.id)
            .toSorted(),
        );
        for (const { question, from: source } of made.carried)
          expect(same(made.bid.answers[question], bid.answers[source]), question).toBe(true);
        for (const { question, from: source, left } of made.adjusted)
          expect(partsOf(made.bid.answers[question]) + left.length, question).toBe(partsOf(bid.answers[source]));
        for (const { question, kept, text, reason } of made.leftBehind) {
          expect(kept).toBe(questionOf(to, question) === undefined);
          if (kept) expect(made.bid.answers[question]).toEqual(bid.answers[question]);
          expect([text, reason]).not.toContain("");
        }
      }),
      { numRuns: 400 },
    );
  });
});
