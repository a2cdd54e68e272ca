import * as z from "zod";
import { defineKind } from "../kind.ts";

export const yesNo = defineKind({
  name: "yes-no",
  title: "yes-or-no answer",
  options: z.strictObject({}),
  shape: z.boolean(),
  text: (value) => (value ? "Yes" : "No"),
  comparable: (value) => ({ unit: "boolean", yes: value }),
  empty: () => false,
});
