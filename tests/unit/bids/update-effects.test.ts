import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Bid } from "../../../src/bids/bid-schema.ts";
import { applyEdit } from "../../../src/bids/edit.ts";
import { effectLines } from "../../../src/bids/effect-words.ts";
import { hasEffects, updateEffects } from "../../../src/bids/update-effects.ts";
import { submissionPack } from "../../../src/packs/submission-pack.ts";
import { loadScheme } from "../../../src/schemes/load-scheme.ts";
import { questionsOf, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import { assessed, example, exampleNames, reference, scheme, shared } from "../../support/bidwright.ts";
import { changedFiles, nextVersion } from "../../support/scheme-versions.ts";

const old = scheme("tca-2013-14");
const loaded = loadScheme(changedFiles("tca-2013-14", nextVersion), shared());
if (!loaded.ok) throw new Error(loaded.error.join("\n"));
const now = loaded.value;

const cheshire = example(old, "cheshire").bid;
const effects = (bid: Bid, to = now) => updateEffects(bid, [old, to], reference());

describe("before an update the officer sees what it does to a bid", () => {
  const given = example(old, "bath-nes-ict").bid;
  const learning = { blocks: [{ type: "paragraph", spans: [{ text: "A page on our site." }] }] };
  const answers = { ...given.answers, "award-requested": 450_000_00, "sharing-the-learning": learning };
  const bid: Bid = { ...given, answers };
  const seen = effects(bid);

  test("a rule whose outcome changes, with both outcomes", () => {
    expect(seen.rules.find((one) => one.rule === "award-within-limited-band")).toMatchObject({
      before: { outcome: "met" },
      after: { outcome: "not met" },
    });
  });

  test("the finding that comes, questions that come and go, and that every answer is kept", () => {
    expect(seen.findings.map((one) => one.id)).toContain("rule:award-within-limited-band");
    expect(seen.asked.map(({ question, now: what }) => [question, what])).toEqual([
      ["learning-contact", "asked"],
      ["sharing-the-learning", "gone"],
    ]);
    expect(seen.unasked.map((one) => one.question)).toEqual(["sharing-the-learning"]);
    expect(effectLines(seen)[0]?.title).toBe(`All ${seen.kept} answers given are kept.`);
  });

  test("nothing, where nothing changes for it", () => {
    expect(hasEffects(effects(cheshire, scheme("tca-2013-14")))).toBe(false);
  });
});

describe("for any bid and any update", () => {
  const bids = exampleNames(old.id)
    .map((name) => example(old, name).bid)
    .slice(0, 12);
  const kinds = ["short-text", "rich-text", "date", "yes-no", "contact", "organisation", "file", "yearly-money"];
  const update = fc.record({
    bid: fc.constantFrom(...bids),
    pounds: fc.integer({ min: 0, max: 3_000_000 }),
    high: fc.integer({ min: 50_000, max: 900_000 }),
    reworded: fc.subarray(
      old.rules.map((one) => one.id),
      { maxLength: 4 },
    ),
    rulesGone: fc.subarray(
      old.rules.map((one) => one.id),
      { maxLength: 3 },
    ),
    questionsGone: fc.subarray(looseQuestions(old), { maxLength: 3 }),
    otherKind: fc.array(fc.tuple(fc.constantFrom(...looseQuestions(old)), fc.constantFrom(...kinds)), { maxLength: 3 }),
  });
  type Update = typeof update extends fc.Arbitrary<infer T> ? T : never;

  function updated(given: Update): Scheme {
    const next = structuredClone(old);
    next.version = "1.1.0";
    (next.figures["limited-band-high"] as { values: { value: number }[] }).values[0] = {
      ...next.figures["limited-band-high"]?.values[0],
      value: given.high,
    } as never;
    next.rules = next.rules
      .filter((one) => !given.rulesGone.includes(one.id))
      .map((one) => (given.reworded.includes(one.id) ? { ...one, says: `${one.says} Always.` } : one));
    for (const section of next.sections) {
      const left = section.questions.filter((one) => !given.questionsGone.includes(one.id));
      if (left.length > 0) section.questions = left;
      for (const question of section.questions) {
        const other = given.otherKind.find(([id]) => id === question.id);
        if (other) Object.assign(question, { kind: other[1] });
      }
    }
    return next;
  }

  test("every answer is kept, and a rule is listed if and only if its outcome or its words changed", () => {
    fc.assert(
      fc.property(update, (given) => {
        const bid = { ...given.bid, answers: { ...given.bid.answers, "award-requested": given.pounds * 100 } };
        const next = updated(given);
        const [was, is] = [assessed(old, bid).check, assessed(next, bid).check];
        const outcome = (check: typeof was, rule: string) => check.rules.find((one) => one.rule === rule)?.outcome;
        const says = (of: Scheme, rule: string) => of.rules.find((one) => one.id === rule)?.says;
        const changed = old.rules
          .map((one) => one.id)
          .filter((id) => outcome(was, id) !== outcome(is, id) || says(old, id) !== says(next, id));
        const seen = updateEffects(bid, [old, next], reference());
        expect(new Set(seen.rules.map((one) => one.rule))).toEqual(new Set(changed));
        const adopted = applyEdit(bid, { do: "adopt-scheme", version: next.version });
        expect(adopted.ok && adopted.value.bid).toEqual({ ...bid, scheme: { id: old.id, version: "1.1.0" } });
        effectLines(seen);
        const { check, appraisal } = assessed(next, bid);
        const input = {
          scheme: next,
          bid,
          check,
          appraisal,
          reference: reference(),
          madeOn: "2013-06-01",
          draft: true,
        };
        expect(submissionPack(input).documents).toHaveLength(2);
      }),
      { numRuns: 60 },
    );
  });

  test("an answer of another kind is a finding, and never taken for an answer to the question", () => {
    const next = structuredClone(old);
    for (const question of questionsOf(next))
      if (question.id === "innovation") Object.assign(question, { kind: "date" });
    const finding = assessed(next, cheshire).check.findings.find((one) => one.id === "value:innovation");
    expect(finding).toMatchObject({ severity: "blocker" });
    expect(finding?.working).toContain("could not be read as a date");
  });
});

/** Questions that the money model and the rules do not need to be of one kind. */
function looseQuestions(of: Scheme): string[] {
  return questionsOf(of)
    .filter((one) => ["rich-text", "short-text", "contact", "yes-no"].includes(one.kind))
    .map((one) => one.id);
}
