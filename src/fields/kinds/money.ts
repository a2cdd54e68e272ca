import * as z from "zod";
import { formatPence, poundsToPence } from "../../money/pence.ts";
import { defineKind } from "../kind.ts";
import { outsideLimits } from "./number.ts";

/** Held in whole pence; scheme authors and officers only ever see pounds. */
export const money = defineKind({
  name: "money",
  title: "amount of money",
  options: z.strictObject({ min: z.number().optional(), max: z.number().optional() }),
  shape: z.int(),
  problem: (pence, field) => outsideLimits(pence / 100, field, (pounds) => formatPence(poundsToPence(pounds))),
  text: (pence) => formatPence(pence),
  cell: (pence) => ({ value: pence / 100, format: "money" }),
  comparable: (pence) => ({ unit: "pence", amount: pence }),
  empty: () => false,
  read: (written) => (typeof written === "number" && Number.isFinite(written) ? poundsToPence(written) : undefined),
  write: (pence) => pence / 100,
});
