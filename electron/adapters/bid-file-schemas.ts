import { bid } from "../../src/bids/bid-schema.ts";
import { schemaTexts } from "../../src/schemes/json-schemas.ts";
import { contributionSchema } from "./bid-container.ts";
import { manifest } from "./bid-manifest.ts";
import { logLine } from "./log-lines.ts";

/** JSON Schemas of the parts of a `.bid` file, by file name, for whoever reads one without the app. */
export function bidFileSchemas(): Map<string, string> {
  return schemaTexts({
    "bid-manifest": manifest,
    bid,
    "bid-log-line": logLine,
    "bid-contribution": contributionSchema,
  });
}
