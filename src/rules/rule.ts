import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { condition, type Condition } from "./condition.ts";

/** How sure we are of a source; the first is the surest. */
const confidences = ["primary", "seed", "secondary", "inference", "recalled"] as const;
export type Confidence = (typeof confidences)[number];

export const confidenceWords: Record<Confidence, string> = {
  primary: "the funder's own text",
  seed: "a published announcement we hold",
  secondary: "reported by others",
  inference: "worked out from other sources",
  recalled: "from memory, not confirmed",
};

export const severities = ["blocker", "warning", "advice"] as const;
export type Severity = (typeof severities)[number];

/** `document` names an entry of the scheme's documents. */
export const citation = z.strictObject({
  document: fieldId,
  place: z.string().exactOptional(),
  confidence: z.enum(confidences),
});
export type Citation = z.infer<typeof citation>;

const outcomes = ["met", "not met", "cannot tell", "does not apply"] as const;
export type Outcome = (typeof outcomes)[number];

const exampleAnswers = z.record(z.string(), z.unknown());

const ruleExample = z.strictObject({
  name: z.string().min(1),
  given: exampleAnswers,
  expect: z.enum(outcomes),
  /** The nearest change that would meet the rule, where the example expects one. */
  fix: exampleAnswers.exactOptional(),
});
export type RuleExample = z.infer<typeof ruleExample>;

export interface Rule {
  id: string;
  /** The id of the rule in the source register, like TCA13-05. */
  register: string;
  says: string;
  severity: Severity;
  sources: Citation[];
  /** The question that a finding leads to. */
  about: string;
  applies?: Condition;
  test: Condition;
  /** False where the amount is a fact and not a choice, so that no change of it may be offered. */
  "offers-change"?: boolean;
  /** What to do, where the nearest change cannot be worked out. */
  advice?: string;
  examples: RuleExample[];
  /** Changes of the rule that no example can tell from it, with why. */
  survives?: { change: string; because: string }[];
}

export const rule: z.ZodType<Rule> = z.strictObject({
  id: fieldId,
  register: z.string().min(1),
  says: z.string().min(1),
  severity: z.enum(severities),
  sources: z.array(citation).min(1),
  about: fieldId,
  applies: condition.exactOptional(),
  test: condition,
  "offers-change": z.boolean().exactOptional(),
  advice: z.string().exactOptional(),
  examples: z.array(ruleExample).min(2),
  survives: z.array(z.strictObject({ change: z.string().min(1), because: z.string().min(1) })).exactOptional(),
});

/** The surest of a rule's sources. */
export function confidenceOf(sources: readonly Citation[]): Confidence {
  const ranks = sources.map((source) => confidences.indexOf(source.confidence));
  return confidences[Math.min(...ranks)] ?? "recalled";
}

/** What cannot be shown by a source better than inference must never stop a bid. */
export function mayBlock(sources: readonly Citation[]): boolean {
  const confidence = confidenceOf(sources);
  return confidence !== "inference" && confidence !== "recalled";
}
