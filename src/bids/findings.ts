import type { Citation, Confidence, Outcome, Severity } from "../rules/rule.ts";

/** Where a finding leads: a question, and the line and column of a table. */
export interface FindingPlace {
  question: string;
  row?: string;
  column?: string;
}

/** One thing a check says about a bid. */
export interface Finding {
  /** Stable from one check to the next: `rule:…`, `required:…`, `value:…`. */
  id: string;
  kind: "rule" | "required" | "value" | "money" | "organisation" | "merge";
  severity: Severity;
  outcome: Extract<Outcome, "not met" | "cannot tell">;
  /** The rule in a plain sentence, or what is wanted. */
  says: string;
  /** The values and the test. */
  working: string;
  /** How far off, where it can be measured. */
  distance?: string;
  /** What to do about it, in words. */
  fix?: string;
  /** The nearest change that was proved to meet the rule. */
  change?: { question: string; value: unknown };
  sources: Citation[];
  confidence?: Confidence;
  place: FindingPlace;
}

export type SectionStatus = "not started" | "in progress" | "needs attention" | "complete" | "optional" | "not needed";

export interface SectionState {
  section: string;
  status: SectionStatus;
  /** Questions that apply, and how many of them are answered. */
  asked: number;
  answered: number;
  blockers: number;
  warnings: number;
}

/** What a whole check says. `ready`: no blocker stands, and every rule that applies could be worked out. */
export interface CheckResult {
  findings: Finding[];
  sections: SectionState[];
  /** Outcome of every rule, met ones too, for the rule book and the working. */
  rules: { rule: string; outcome: Outcome; working: string }[];
  /** Questions hidden by their condition. */
  hidden: string[];
  ready: boolean;
}
