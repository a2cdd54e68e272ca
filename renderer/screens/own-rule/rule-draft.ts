import type { Condition } from "../../../src/rules/condition.ts";
import type { Rule, Severity } from "../../../src/rules/rule.ts";
import { suggestExamples } from "../../../src/schemes/suggest-examples.ts";
import { questionOf, questionsOf, type Question, type Scheme } from "../../../src/schemes/scheme-schema.ts";
import { fail, ok, type Result } from "../../../src/shared/result.ts";

/** What a rule of the council’s own may ask, in the form. Anything else can be written out. */
export const testKinds = {
  "at-least": "is at least",
  "at-most": "is at most",
  between: "is from one limit to another",
  is: "is one answer",
  answered: "is answered",
} as const;
export type TestKind = keyof typeof testKinds;

/** A rule as it is being filled in. */
export interface RuleDraft {
  /** Set once the rule is saved: a rule keeps its id. */
  id: string | undefined;
  says: string;
  severity: Severity;
  strand: string;
  question: string;
  test: TestKind;
  low: string;
  high: string;
  answer: string;
  advice: string;
  source: string;
}

export type DraftProblems = Partial<Record<keyof RuleDraft, string>>;

export const emptyDraft: RuleDraft = {
  id: undefined,
  says: "",
  severity: "warning",
  strand: "",
  question: "",
  test: "at-most",
  low: "",
  high: "",
  answer: "",
  advice: "",
  source: "",
};

/** The document that a council’s own rules cite. */
export function councilDocument(title: string) {
  return { id: `council-${slug(title)}`, title, publisher: "The council itself" };
}

/** Questions that each way of testing can look at. */
export function questionsFor(scheme: Scheme, test: TestKind): Question[] {
  const kinds: Record<TestKind, readonly string[]> = {
    "at-least": ["money", "number", "percentage", "date"],
    "at-most": ["money", "number", "percentage", "date"],
    between: ["money", "number", "percentage", "date"],
    is: ["choice", "yes-no"],
    answered: ["short-text", "rich-text"],
  };
  return questionsOf(scheme).filter((question) => kinds[test].includes(question.kind));
}

/** The answers that a question offers. */
export function answersOf(question: Question | undefined): { id: string; label: string }[] {
  if (question?.kind === "choice") return question.choices;
  return question?.kind === "yes-no"
    ? [
        { id: "yes", label: "Yes" },
        { id: "no", label: "No" },
      ]
    : [];
}

/** The rule that a draft describes, with examples made for it, or what is still missing, by field. */
export function ruleOf(scheme: Scheme, draft: RuleDraft): Result<Rule, DraftProblems> {
  const question = questionOf(scheme, draft.question);
  const problems: DraftProblems = {
    ...(draft.says.trim() === "" ? { says: "Say the rule in one plain sentence" } : {}),
    ...(draft.source.trim() === "" ? { source: "Say which paper of the council the rule comes from" } : {}),
    ...(question ? limitProblems(draft, question) : { question: "Choose the question that the rule looks at" }),
  };
  if (!question || Object.keys(problems).length > 0) return fail(problems);
  const id = draft.id ?? freeId(scheme, draft.says);
  const rule: Omit<Rule, "examples"> = {
    id,
    register: "Council",
    says: draft.says.trim(),
    severity: draft.severity,
    sources: [{ document: councilDocument(draft.source).id, confidence: "primary" }],
    about: question.id,
    ...(draft.strand === "" ? {} : { applies: { field: "strand", is: draft.strand } }),
    test: testOf(draft, question),
    ...(draft.advice.trim() === "" ? {} : { advice: draft.advice.trim() }),
  };
  return ok({ ...rule, examples: suggestExamples(scheme, rule) });
}

function limitProblems(draft: RuleDraft, question: Question): DraftProblems {
  if (draft.test === "answered") return {};
  if (draft.test === "is") {
    const offered = answersOf(question).some((one) => one.id === draft.answer);
    return offered ? {} : { answer: "Choose the answer that meets the rule" };
  }
  const wrong = (text: string) => limitOf(question, text) === undefined;
  const words = question.kind === "date" ? "Enter a day, like 2013-07-14" : "Enter a number, like 50000";
  return {
    ...(draft.test !== "at-most" && wrong(draft.low) ? { low: words } : {}),
    ...(draft.test !== "at-least" && wrong(draft.high) ? { high: words } : {}),
  };
}

/** A limit as rules hold it: a number, in pounds where it is money, or a day. */
function limitOf(question: Question, text: string): number | string | undefined {
  const plain = text.trim().replace(/^£/, "").replaceAll(",", "").replace(/%$/, "");
  if (question.kind === "date") return /^\d{4}-\d{2}-\d{2}$/.test(plain) ? plain : undefined;
  return plain === "" || Number.isNaN(Number(plain)) ? undefined : Number(plain);
}

function testOf(draft: RuleDraft, question: Question): Condition {
  const value = { field: question.id };
  const [low, high] = [limitOf(question, draft.low) ?? 0, limitOf(question, draft.high) ?? 0];
  switch (draft.test) {
    case "at-least":
      return { value, "at-least": low };
    case "at-most":
      return { value, "at-most": high };
    case "between":
      return { between: { value, low, high } };
    case "is":
      return { field: question.id, is: question.kind === "yes-no" ? draft.answer === "yes" : draft.answer };
    case "answered":
      return { answered: question.id };
  }
}

function slug(text: string): string {
  const words = text.toLowerCase().match(/[a-z0-9]+/g) ?? [];
  return words.slice(0, 8).join("-");
}

function freeId(scheme: Scheme, says: string): string {
  const wanted = `council-${slug(says)}`;
  const taken = new Set(scheme.rules.map((rule) => rule.id));
  let id = wanted;
  for (let number = 2; taken.has(id); number += 1) id = `${wanted}-${number}`;
  return id;
}

/** A saved rule as a draft again; undefined where the form has no place for what it asks. */
export function draftOf(scheme: Scheme, rule: Rule): RuleDraft | undefined {
  const test = draftTest(rule.test);
  const strand = draftStrand(rule.applies);
  if (!test || strand === undefined) return undefined;
  const source = scheme.documents.find((one) => one.id === rule.sources[0]?.document)?.title ?? "";
  const { id, says, severity, advice = "" } = rule;
  return { ...emptyDraft, id, says, severity, advice, source, strand, ...test };
}

function draftStrand(applies: Condition | undefined): string | undefined {
  if (!applies) return "";
  const plain = "field" in applies && applies.field === "strand" && "is" in applies;
  return plain ? String(applies.is) : undefined;
}

type DraftTest = Pick<RuleDraft, "question" | "test"> & Partial<RuleDraft>;

function draftTest(test: Condition): DraftTest | undefined {
  if ("answered" in test) return { question: test.answered, test: "answered" };
  if ("is" in test && "field" in test) {
    const answer = typeof test.is === "boolean" ? (test.is ? "yes" : "no") : test.is;
    return { question: test.field, test: "is", answer };
  }
  if ("between" in test) return band("between", test.between.value, test.between);
  if (!("value" in test)) return undefined;
  if ("at-least" in test) return band("at-least", test.value, { low: test["at-least"] });
  return "at-most" in test ? band("at-most", test.value, { high: test["at-most"] }) : undefined;
}

interface Limits {
  low?: unknown;
  high?: unknown;
}

/** Only plain limits on a question itself have their place in the form. */
function band(test: TestKind, value: unknown, { low = "", high = "" }: Limits): DraftTest | undefined {
  const plain = [low, high].every((one) => typeof one === "number" || typeof one === "string");
  if (!plain || typeof value !== "object" || value === null || !("field" in value)) return undefined;
  return { question: String(value.field), test, low: String(low), high: String(high) };
}
