import { parsePounds } from "../../src/money/parse-pounds.ts";
import { valuesInWords } from "../../src/schemes/figure-words.ts";
import { unitCostInWords, uprate, workingDaysUntil } from "../../src/schemes/reference-series.ts";
import { heldFigures } from "../../src/services/shelf.ts";
import { isIsoDate } from "../../src/shared/dates.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import type { Add } from "./command.ts";
import { Refusal } from "./refusal.ts";

/** `figures …`: the dated figures that hold for every scheme. */
export function addFigureCommands(add: Add, ports: CommandPorts): void {
  add("list", "list the price indexes, unit costs, bank holidays and limits that are held", async () => {
    const held = await heldFigures(ports);
    const { priceIndexes, unitCosts, bankHolidays, shared, discount } = held;
    const words = [
      ...priceIndexes.series.map((one) => `${one.id}  ${one.title}: ${Object.keys(one.index).join(", ")}`),
      ...discount.series.map((one) => `${one.id}  ${one.title}`),
      `bank-holidays  England and Wales, ${bankHolidays["first-day"]} to ${bankHolidays["last-day"]}`,
      ...unitCosts.costs.map((one) => {
        return `${one.id}  ${one.title}: ${unitCostInWords(one)} at the prices of ${one.prices}`;
      }),
      ...Object.entries(shared.figures).map(([id, figure]) => `${id}  ${figure.label}: ${valuesInWords(figure)}`),
      ...Object.entries(shared.tables).map(([id, { label }]) => `${id}  ${label}`),
    ];
    return { json: held, words };
  });
  add("uprate", "bring an amount to another year’s prices", async (_, { pounds = "", from = "", to = "" }) => {
    const amount = parsePounds(pounds);
    if (!amount.ok) throw new Refusal([`${amount.error}.`]);
    const [series] = (await ports.schemes.referenceSeries()).priceIndexes.series;
    if (!series) throw new Refusal(["No price index is held."]);
    const raised = uprate(amount.value, { from, to }, series);
    if (!raised.ok) throw new Refusal([raised.error]);
    return { json: raised.value, words: [raised.value.working, `Source: ${series.source}`] };
  })
    .requiredOption("--pounds <amount>", "the amount, in pounds")
    .requiredOption("--from <year>", "the year whose prices it is in")
    .requiredOption("--to <year>", "the year to bring it to");
  add("working-days", "count the working days to a day", async (_, { from, to = "" }) => {
    const start = from ?? ports.clock.now().toISOString().slice(0, 10);
    const wrong = [start, to].find((day) => !isIsoDate(day));
    if (wrong !== undefined) throw new Refusal([`“${wrong}” is not a day. Write it like 2026-11-25.`]);
    const counted = workingDaysUntil(start, to, (await ports.schemes.referenceSeries()).bankHolidays);
    if (!counted.ok) throw new Refusal([counted.error]);
    return { json: { days: counted.value }, words: [`${counted.value} working days after ${start}, up to ${to}.`] };
  })
    .option("--from <day>", "the day to count from; today without it")
    .requiredOption("--to <day>", "the day to count to");
}
