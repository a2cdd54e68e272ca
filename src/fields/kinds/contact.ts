import * as z from "zod";
import { defineKind } from "../kind.ts";

const shape = z.strictObject({
  name: z.string(),
  post: z.string().optional(),
  email: z.string().optional(),
  phone: z.string().optional(),
});
export type Contact = z.infer<typeof shape>;

const address = /^[^\s@]+@[^\s@]+\.[^\s@]+$/;
const telephone = /^\+?[\d\s()-]{7,20}$/;

export const contact = defineKind({
  name: "contact",
  title: "person with contact details",
  options: z.strictObject({}),
  shape,
  problem: (value) => {
    if (value.email && !address.test(value.email)) return `“${value.email}” is not an e-mail address.`;
    if (value.phone && !telephone.test(value.phone)) return `“${value.phone}” is not a telephone number.`;
    return undefined;
  },
  text: (value) => [value.name, value.post, value.email, value.phone].filter(Boolean).join(", "),
  comparable: (value) => ({ unit: "text", text: value.name.trim() }),
  empty: (value) => value.name.trim() === "" && !value.post && !value.email && !value.phone,
});
