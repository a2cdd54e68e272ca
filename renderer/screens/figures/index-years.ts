import type { HeldFigures } from "../../../src/contract/views.ts";

export type PriceIndexes = HeldFigures["priceIndexes"];
type PriceIndex = PriceIndexes["series"][number];

/** The index that amounts are brought to other prices by. There is always one: the shape of the file asks for it. */
export function firstIndex({ series }: PriceIndexes): PriceIndex {
  return series[0] as PriceIndex;
}

/** The years an index holds, as a list to choose from; the newest is the last. */
export function yearOptions({ index }: PriceIndex): { id: string; label: string }[] {
  return Object.keys(index).map((year) => ({ id: year, label: year }));
}
