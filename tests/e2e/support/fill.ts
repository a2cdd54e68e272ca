import { expect, type Locator, type Page } from "@playwright/test";
import type { Hands } from "./hands.ts";

/** One answer, by the label of its question. */
export type Given =
  | { write: string; text: string }
  | { type: string; text: string }
  | { date: string; on: [day: string, month: string, year: string] }
  | { choose: string; option: string }
  | { tick: string; options: string[] }
  | { person: string; name: string; post: string; email: string }
  | { council: string; typed: string; name: string }
  | { pick: string; option: string }
  | { lines: string; rows: string[][] }
  | { add: string; cells: Given[] };

type Place = Page | Locator;

const starts = (label: string) => new RegExp(`^${label.replaceAll(/[.*+?^${}()|[\]\\]/g, "\\$&")}`);
const group = (place: Place, label: string) => place.getByRole("group", { name: starts(label) }).first();

/** Gives an answer the way a person would. */
export async function give(hands: Hands, given: Given, place: Place = hands.page): Promise<void> {
  if ("write" in given) return writeIn(hands, place.getByRole("textbox", { name: starts(given.write) }), given.text);
  if ("type" in given) return writeIn(hands, place.getByLabel(starts(given.type)).first(), given.text);
  if ("choose" in given) return hands.choose(group(place, given.choose), given.option);
  if ("pick" in given) return hands.pick(place.getByLabel(starts(given.pick)), given.option);
  return giveInParts(hands, given, place);
}

type InParts = Exclude<Given, { write: string } | { type: string } | { choose: string } | { pick: string }>;

/** Answers that take more than one control. */
async function giveInParts(hands: Hands, given: InParts, place: Place): Promise<void> {
  if ("date" in given) return giveDate(hands, group(place, given.date), given.on);
  if ("person" in given) return givePerson(hands, group(place, given.person), given);
  if ("council" in given) return giveCouncil(hands, group(place, given.council), given);
  if ("lines" in given) return giveLines(hands, hands.page.getByRole("grid", { name: given.lines }), given.rows);
  if ("add" in given) return addLine(hands, given.add, given.cells);
  for (const option of given.options)
    await hands.tick(group(place, given.tick).getByRole("checkbox", { name: option }));
}

async function writeIn(hands: Hands, box: Locator, text: string): Promise<void> {
  await hands.reach(box);
  await hands.page.keyboard.press("ControlOrMeta+a");
  await hands.page.keyboard.insertText(text);
}

async function giveDate(hands: Hands, date: Locator, parts: readonly string[]): Promise<void> {
  for (const [index, label] of ["Day", "Month", "Year"].entries()) {
    await writeIn(hands, date.getByRole("textbox", { name: label }), parts[index] ?? "");
  }
}

async function givePerson(
  hands: Hands,
  person: Locator,
  given: { name: string; post: string; email: string },
): Promise<void> {
  await writeIn(hands, person.getByLabel("Full name"), given.name);
  await writeIn(hands, person.getByLabel("Job title"), given.post);
  await writeIn(hands, person.getByLabel("Email address"), given.email);
}

async function giveCouncil(hands: Hands, body: Locator, given: { typed: string; name: string }): Promise<void> {
  const box = body.getByRole("combobox", { name: "Name of the organisation" });
  await hands.reach(box);
  await hands.page.keyboard.type(given.typed);
  await expect(body.getByRole("option").first()).toBeVisible();
  await hands.page.keyboard.press("ArrowDown");
  await hands.page.keyboard.press("Enter");
  await expect(box).toHaveValue(given.name);
}

/** Pastes lines as they are copied from a spreadsheet, into the empty line at the end. */
async function giveLines(hands: Hands, grid: Locator, rows: readonly string[][]): Promise<void> {
  const text = rows.map((row) => row.join("\t")).join("\n");
  await hands.page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await hands.reach(grid.getByRole("gridcell").first());
  await hands.page.keyboard.press("ControlOrMeta+v");
  await expect(grid.getByRole("gridcell", { name: rows[0]?.[0] ?? "", exact: true }).first()).toBeVisible();
}

async function addLine(hands: Hands, item: string, cells: readonly Given[]): Promise<void> {
  await hands.press(hands.page.getByRole("button", { name: new RegExp(`^Add (?:an?|another) ${item}$`) }));
  const card = hands.page.getByRole("region", { name: starts(`${item}:`) }).last();
  for (const cell of cells) await give(hands, cell, card);
  await hands.press(card.getByRole("button", { name: /^Done/ }));
}
