import type { AppraisalSettings, DiscountSeries } from "./appraisal-settings.ts";

/**
 * The rate of each year from the base year, per cent: index 0 leads from year 0 to year 1.
 *
 * @returns undefined when the series or the edition a scheme pins is not held; never the nearest one
 */
export function discountRatesOf(settings: AppraisalSettings, held: DiscountSeries): number[] | undefined {
  const { series, edition } = settings.discounting;
  const found = held.series.find((one) => one.id === series && one.edition === edition);
  if (!found) return undefined;
  const reach = Math.max(...found.bands.map((band) => band["to-year"]));
  const rates = Array.from({ length: reach }, (_, index) => {
    return found.bands.find((band) => band["from-year"] <= index + 1 && index + 1 <= band["to-year"])?.percent;
  });
  return rates.every((rate) => rate !== undefined) ? rates : undefined;
}

/** Where the rates come from, for documents. */
export function discountSourceOf(settings: AppraisalSettings, held: DiscountSeries): string {
  const { series, edition } = settings.discounting;
  const found = held.series.find((one) => one.id === series && one.edition === edition);
  return found ? `${found.title}: ${found.source}` : "";
}
