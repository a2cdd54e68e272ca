import path from "node:path";
import { discountSeries } from "../../src/schemes/appraisal-settings.ts";
import { bankHolidays, priceIndexes, unitCosts } from "../../src/schemes/reference-series.ts";
import { noSharedFigures, sharedFigures, type SharedFigures } from "../../src/schemes/shared-figures.ts";
import type { SchemeShelf } from "../../src/services/scheme-ports.ts";
import { readOnce, type OnceRead } from "./read-once.ts";
import type { ReadyMade } from "./ready-made.ts";

type SharedFiles = Pick<SchemeShelf, "discountSeries" | "referenceSeries"> & { figures: OnceRead<SharedFigures> };

/** The dated figures that hold for every scheme, in `templates/shared`. */
export function sharedFilesIn(folder: string, ready: ReadyMade): SharedFiles {
  const file = (name: string) => path.join(folder, name);
  const discounts = readOnce(file("discount-rates.yaml"), discountSeries, { ready });
  const indexes = readOnce(file("deflators.yaml"), priceIndexes, { ready });
  const costs = readOnce(file("unit-costs.yaml"), unitCosts, { ready });
  const holidays = readOnce(file("bank-holidays.yaml"), bankHolidays, { ready });
  return {
    figures: readOnce(file("figures.yaml"), sharedFigures, { ready, without: noSharedFigures }),
    discountSeries: discounts.values,
    referenceSeries: async () => ({
      priceIndexes: await indexes.values(),
      unitCosts: await costs.values(),
      bankHolidays: await holidays.values(),
    }),
  };
}
