import type { Appraisal } from "../appraisal/appraise.ts";
import type { Reference } from "../bids/assess.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { CheckResult } from "../bids/findings.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";

/** Everything a document is made from: one bid at one moment, with what was worked out from it. */
export interface DocumentInput {
  scheme: Scheme;
  bid: Bid;
  check: CheckResult;
  appraisal: Appraisal;
  reference: Reference;
  /** ISO day the documents are made. */
  madeOn: string;
  draft: boolean;
}
