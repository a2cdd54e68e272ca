import * as z from "zod";
import { fieldId } from "../fields/field.ts";
import { citation } from "../rules/rule.ts";

/** `pack.yaml`: what is sent, and what the documents say of themselves. */
export const packSettings = z.strictObject({
  /** Said on the cover where the layout is ours because the funder's own form is not held. */
  "layout-note": z.string().min(1),
  "application-form": z.strictObject({ title: z.string().min(1), "file-name": z.string().min(1) }),
  "financial-workbook": z.strictObject({ title: z.string().min(1), "file-name": z.string().min(1) }),
  /** Sections that get a new page. */
  "new-page": z.array(fieldId).default([]),
  /** Who declares what, and the question that names them. */
  declarations: z
    .array(z.strictObject({ role: z.string(), says: z.string(), question: fieldId.exactOptional() }))
    .default([]),
  /** What the funder wants to be sent, and in which form. */
  contents: z
    .array(z.strictObject({ what: z.string().min(1), form: z.string().min(1), sources: z.array(citation).min(1) }))
    .default([]),
  /** Rules on files and where they are sent. */
  "file-rules": z.array(z.strictObject({ says: z.string().min(1), sources: z.array(citation).min(1) })).default([]),
  marking: z.enum(["OFFICIAL", "OFFICIAL-SENSITIVE"]).default("OFFICIAL"),
});
export type PackSettings = z.infer<typeof packSettings>;
