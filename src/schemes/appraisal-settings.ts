import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { citation } from "../rules/rule.ts";

/** Which table question holds the lines, and which of its columns say what. */
const lines = { table: fieldId, amounts: fieldId, category: fieldId, body: fieldId };

/** `appraisal.yaml`: where the money model finds its figures, and how the scheme wants it worked out. */
export const appraisalSettings = z
  .strictObject({
    years: z.strictObject({ first: z.string(), count: z.int().min(1).max(60) }),
    costs: z.strictObject({ ...lines, nature: fieldId, treatment: fieldId }),
    savings: z.strictObject({ ...lines, nature: fieldId, cashable: fieldId }),
    funding: z.strictObject({ ...lines, source: fieldId }).omit({ category: true }),
    /** The question that holds the award asked for; left out where a scheme gives no money. */
    "award-asked": fieldId.exactOptional(),
    /** Which costs the award may meet; `none` where a scheme gives no money. */
    "award-funds": z.enum(["one-off", "all", "none"]),
    prices: z.strictObject({ basis: fieldId, "base-year": fieldId, inflation: fieldId }),
    /** A dated series in `templates/shared/discount-rates.yaml`, pinned to one edition. */
    discounting: z.strictObject({ series: fieldId, edition: z.iso.date() }),
    notes: z.array(z.string()).default([]),
    sources: z.array(citation).default([]),
  })
  .refine((settings) => (settings["award-funds"] === "none") === (settings["award-asked"] === undefined), {
    error: "award-asked and award-funds go together: name the question, or write award-funds: none",
    path: ["award-funds"],
  });
export type AppraisalSettings = z.infer<typeof appraisalSettings>;

/** `templates/shared/discount-rates.yaml` */
export const discountSeries = z.strictObject({
  series: z.array(
    z.strictObject({
      id: fieldId,
      title: z.string(),
      edition: z.iso.date(),
      source: z.string(),
      bands: z.array(
        z.strictObject({ "from-year": z.int().min(0), "to-year": z.int().positive(), percent: z.number() }),
      ),
    }),
  ),
});
export type DiscountSeries = z.infer<typeof discountSeries>;
