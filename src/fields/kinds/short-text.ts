import * as z from "zod";
import { defineKind } from "../kind.ts";

export const shortText = defineKind({
  name: "short-text",
  title: "short text",
  options: z.strictObject({ "max-characters": z.int().positive().optional(), lines: z.int().positive().optional() }),
  shape: z.string(),
  problem: (value, field) => {
    const limit = field["max-characters"];
    const length = [...value].length;
    return limit !== undefined && length > limit
      ? `${length} characters; ${limit} are allowed. Cut ${length - limit}.`
      : undefined;
  },
  text: (value) => value,
  comparable: (value) => ({ unit: "text", text: value.trim() }),
  empty: (value) => value.trim() === "",
  read: (written) => (typeof written === "string" || typeof written === "number" ? String(written) : undefined),
});
