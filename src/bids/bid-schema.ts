import * as z from "zod";

export const markings = ["OFFICIAL", "OFFICIAL-SENSITIVE"] as const;
export type Marking = (typeof markings)[number];

/** The number in every `.bid` file. It changes when an older app could no longer read the file rightly. */
export const formatVersion = 3;

/**
 * One council's application to one strand of one scheme, as it stands now.
 * `answers` holds stored values by question id; what a scheme does not ask for is kept untouched.
 */
export const bid = z.strictObject({
  id: z.string().min(1),
  title: z.string(),
  scheme: z.strictObject({ id: z.string(), version: z.string() }),
  strand: z.string(),
  marking: z.enum(markings),
  answers: z.record(z.string(), z.unknown()),
});
export type Bid = z.infer<typeof bid>;
