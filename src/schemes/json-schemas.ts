import * as z from "zod";
import { appraisalSettings, discountSeries } from "./appraisal-settings.ts";
import { packSettings } from "./pack-settings.ts";
import { bankHolidays, priceIndexes, unitCosts } from "./reference-series.ts";
import { ruleFile, schemeIdentity, section } from "./scheme-schema.ts";
import { sharedFigures } from "./shared-figures.ts";

const files = {
  scheme: schemeIdentity,
  section,
  rules: ruleFile,
  appraisal: appraisalSettings,
  pack: packSettings,
  figures: sharedFigures,
  deflators: priceIndexes,
  "unit-costs": unitCosts,
  "bank-holidays": bankHolidays,
  "discount-rates": discountSeries,
} as const;

/** JSON Schemas of the files of a scheme folder, by file name, for editors that complete and flag as one types. */
export function jsonSchemas(): Map<string, string> {
  return schemaTexts(files);
}

/** The text of a JSON Schema for each of some schemas, by file name. */
export function schemaTexts(schemas: Readonly<Record<string, z.ZodType>>): Map<string, string> {
  const made = Object.entries(schemas).map(([name, schema]): [string, string] => {
    const json = z.toJSONSchema(schema, { io: "input", unrepresentable: "any" });
    return [`${name}.schema.json`, `${JSON.stringify({ title: `Bidwright: ${name}`, ...json }, undefined, 2)}\n`];
  });
  return new Map(made);
}
