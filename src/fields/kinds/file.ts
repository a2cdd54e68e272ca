import * as z from "zod";
import { defineKind } from "../kind.ts";

/** Held in the bid by the SHA-256 of its bytes; `name` is only what to call it. */
const shape = z.strictObject({
  name: z.string(),
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  bytes: z.int().nonnegative(),
});
export type AttachedFile = z.infer<typeof shape>;

const megabyte = 1024 * 1024;

export function fileSize(bytes: number): string {
  return bytes < megabyte ? `${Math.max(1, Math.round(bytes / 1024))} KB` : `${(bytes / megabyte).toFixed(1)} MB`;
}

export const file = defineKind({
  name: "file",
  title: "file",
  options: z.strictObject({
    types: z.array(z.string().regex(/^[a-z0-9]+$/)).optional(),
    "max-megabytes": z.number().positive().optional(),
  }),
  shape,
  problem: (value, field) => {
    const ending = value.name.split(".").at(-1)?.toLowerCase() ?? "";
    if (field.types && !field.types.includes(ending)) return `Must be a file of type ${field.types.join(", ")}.`;
    const limit = field["max-megabytes"];
    if (limit !== undefined && value.bytes > limit * megabyte) {
      return `${fileSize(value.bytes)}; ${limit} MB is allowed.`;
    }
    return undefined;
  },
  text: (value) => `${value.name} (${fileSize(value.bytes)})`,
  comparable: (value) => ({ unit: "text", text: value.name }),
  empty: () => false,
});
