import { readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { fileURLToPath } from "node:url";
import * as YAML from "yaml";
import { authorityRegister } from "../../src/bids/authorities.ts";
import { assess, type Assessment, type Reference } from "../../src/bids/assess.ts";
import type { AnswersFile } from "../../src/bids/answers-file.ts";
import { exampleBid, exampleBidNames } from "../../src/bids/example-bids.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { discountSeries } from "../../src/schemes/appraisal-settings.ts";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { bankHolidays, priceIndexes, unitCosts, type ReferenceSeries } from "../../src/schemes/reference-series.ts";
import { sharedFigures, type SharedFigures } from "../../src/schemes/shared-figures.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";

export const projectRoot = path.resolve(path.dirname(fileURLToPath(import.meta.url)), "../..");
export const templatesFolder = path.join(projectRoot, "templates");

/** Every text file below a folder, by its path with forward slashes. */
export function readFolder(folder: string): Map<string, string> {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
  return new Map(
    entries.map((entry) => {
      const full = path.join(entry.parentPath, entry.name);
      return [path.relative(folder, full).split(path.sep).join("/"), readFileSync(full, "utf8")];
    }),
  );
}

export function schemeIds(): string[] {
  return readdirSync(path.join(templatesFolder, "schemes")).toSorted();
}

let figures: SharedFigures | undefined;

/** The figures that schemes share, read once. */
export function shared(): SharedFigures {
  const text = () => readFileSync(path.join(templatesFolder, "shared", "figures.yaml"), "utf8");
  figures ??= sharedFigures.parse(YAML.parse(text()));
  return figures;
}

/** Price indexes, unit costs and bank holidays, as the app reads them. */
export function referenceSeries(): ReferenceSeries {
  const read = (name: string) =>
    YAML.parse(readFileSync(path.join(templatesFolder, "shared", name), "utf8")) as unknown;
  return {
    priceIndexes: priceIndexes.parse(read("deflators.yaml")),
    unitCosts: unitCosts.parse(read("unit-costs.yaml")),
    bankHolidays: bankHolidays.parse(read("bank-holidays.yaml")),
  };
}

/** The texts of a scheme's folder, by their paths inside it. */
export function schemeFiles(id: string): Map<string, string> {
  return readFolder(path.join(templatesFolder, "schemes", id));
}

const schemes = new Map<string, Scheme>();

/** A scheme of the project, loaded as the app loads it, once. */
export function scheme(id: string): Scheme {
  const loaded = schemes.get(id) ?? loadNow(id);
  schemes.set(id, loaded);
  return loaded;
}

function loadNow(id: string): Scheme {
  const loaded = loadScheme(schemeFiles(id), shared());
  if (!loaded.ok) throw new Error(loaded.error.join("\n"));
  return loaded.value;
}

let held: Reference | undefined;

/** The figures every check needs, read once. */
export function reference(): Reference {
  held ??= readReference();
  return held;
}

function readReference(): Reference {
  const read = (name: string) =>
    YAML.parse(readFileSync(path.join(templatesFolder, "shared", name), "utf8")) as unknown;
  return {
    authorities: authorityRegister.parse(read("authorities.yaml")).authorities,
    discountSeries: discountSeries.parse(read("discount-rates.yaml")),
  };
}

/** The names of a scheme's example bids, without their ending. */
export function exampleNames(id: string): string[] {
  return exampleBidNames(schemeFiles(id));
}

export function example(of: Scheme, name: string): AnswersFile & { bid: Bid } {
  const read = exampleBid(of, schemeFiles(of.id), name);
  if (!read.ok) throw new Error(read.error.join("\n"));
  return read.value;
}

export function assessed(of: Scheme, bid: Bid): Assessment {
  return assess(of, bid, reference());
}
