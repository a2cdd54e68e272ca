import { describe, expect, test } from "vitest";
import { conditionInWords } from "../../../src/rules/condition-words.ts";
import type { Rule } from "../../../src/rules/rule.ts";
import { conflictingRules } from "../../../src/schemes/conflicting-rules.ts";
import { mutationTest } from "../../../src/schemes/mutation-test.ts";
import { partNamesOf } from "../../../src/schemes/part-names.ts";
import { unusedParts } from "../../../src/schemes/unused-parts.ts";
import { scheme } from "../../support/bidwright.ts";

const held = scheme("tca-2013-14");

function ruleWith(changes: Partial<Rule>): Rule {
  return {
    id: "award-in-band",
    register: "T-1",
    says: "The award is from £50,000 to £500,000.",
    severity: "blocker",
    sources: [{ document: "dclg-2013-03-22", confidence: "seed" }],
    about: "award-requested",
    test: { between: { value: { field: "award-requested" }, low: 50000, high: 500000 } },
    examples: [
      { name: "low edge", given: { "award-requested": 50000 }, expect: "met" },
      { name: "below", given: { "award-requested": 49999 }, expect: "not met" },
      { name: "high edge", given: { "award-requested": 500000 }, expect: "met" },
      { name: "above", given: { "award-requested": 500001 }, expect: "not met" },
      { name: "nothing", given: {}, expect: "cannot tell" },
    ],
    ...changes,
  };
}

describe("the examples of a rule hold it in place", () => {
  test("with an example on each side of each edge, every slip is noticed", () => {
    expect(mutationTest(held, ruleWith({}))).toMatchObject({ tried: 8, killed: 8, survived: [] });
  });

  test("without an example on the edge, the edges that could slip are named", () => {
    const loose = ruleWith({ examples: ruleWith({}).examples.filter(({ name }) => !name.endsWith("edge")) });
    const { survived } = mutationTest(held, {
      ...loose,
      examples: [{ name: "in", given: { "award-requested": 60000 }, expect: "met" }, ...loose.examples],
    });
    expect(survived).toEqual([
      "test: the lower edge left out",
      "test: the upper edge left out",
      "test: low › 50000 becomes 50001",
      "test: high › 500000 becomes 499999",
    ]);
  });

  test("a reason given for a slip that an example does notice is needless", () => {
    const rule = ruleWith({ survives: [{ change: "test: the lower edge left out", because: "it is not so" }] });
    expect(mutationTest(held, rule).needless).toEqual(["test: the lower edge left out"]);
  });

  test("a slip that nothing could notice stands with its reason", () => {
    const rule = ruleWith({
      examples: ruleWith({}).examples.filter(({ name }) => name !== "low edge"),
      survives: [{ change: "test: the lower edge left out", because: "nobody asks for exactly that" }],
    });
    const score = mutationTest(held, rule);
    expect(score.accepted).toHaveLength(1);
    expect(score.survived).toEqual(["test: low › 50000 becomes 50001"]);
  });
});

describe("rules that cannot both hold", () => {
  const together = (...rules: Rule[]) => conflictingRules({ ...held, rules }).map((fault) => fault.message);

  test("are found where one wants more than the other allows", () => {
    const other = ruleWith({ id: "award-large", test: { value: { field: "award-requested" }, "more-than": 500000 } });
    expect(together(ruleWith({}), other)).toEqual([
      expect.stringContaining("cannot hold together with the rule award-in-band"),
    ]);
  });

  test("are none where both can be met on the edge", () => {
    const other = ruleWith({ id: "award-large", test: { value: { field: "award-requested" }, "at-least": 500000 } });
    expect(together(ruleWith({}), other)).toEqual([]);
  });

  test("are none where they never apply to the same bid", () => {
    const one = ruleWith({ applies: { field: "strand", is: "limited-sharing" } });
    const other = ruleWith({
      id: "award-large",
      applies: { field: "strand", is: "single-operation" },
      test: { value: { field: "award-requested" }, "more-than": 500000 },
    });
    expect(together(one, other)).toEqual([]);
  });

  test("are found between two answers that exclude each other", () => {
    const yes = ruleWith({ id: "yes", test: { field: "has-partners", is: true } });
    const no = ruleWith({ id: "no", test: { field: "has-partners", is: false } });
    expect(together(yes, no)).toHaveLength(1);
  });
});

test("a condition reads as a sentence with the names an officer knows", () => {
  const words = conditionInWords(
    {
      all: [
        { field: "strand", is: "esg-top-up" },
        { value: { sum: { of: "amounts", in: "savings" } }, "more-than": 0 },
      ],
    },
    partNamesOf(held),
  );
  expect(words).toBe(
    "“Strand” is “Efficiency Support Grant top-up” and the total of “Amount by year” in “Savings” is more than 0",
  );
});

test("a figure that no rule uses is named, with where it stands", () => {
  const figure = { ...held.figures["limited-band-low"], label: "Left over" } as (typeof held.figures)[string];
  const unused = unusedParts({ ...held, figures: { ...held.figures, spare: figure } });
  expect(unused).toContainEqual({
    file: "scheme.yaml",
    path: ["figures", "spare"],
    subject: "spare",
    message: "no rule uses it.",
  });
});
