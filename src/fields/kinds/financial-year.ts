import * as z from "zod";
import { isFinancialYear, longYear } from "../../shared/dates.ts";
import { defineKind } from "../kind.ts";

export const financialYear = defineKind({
  name: "financial-year",
  title: "financial year",
  options: z.strictObject({}),
  shape: z.string(),
  problem: (value) =>
    isFinancialYear(value) ? undefined : `“${value}” is not a financial year. Write it like 2013-14.`,
  text: (value) => (isFinancialYear(value) ? longYear(value) : value),
  comparable: (value) => (isFinancialYear(value) ? { unit: "text", text: value } : undefined),
});
