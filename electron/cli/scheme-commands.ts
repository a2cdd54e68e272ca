import { exampleBid, exampleBidFaults, exampleBidNames } from "../../src/bids/example-bids.ts";
import { conditionInWords } from "../../src/rules/condition-words.ts";
import { confidenceOf, confidenceWords, type Rule } from "../../src/rules/rule.ts";
import { jsonSchemas } from "../../src/schemes/json-schemas.ts";
import { schemeTable, type CountedScheme } from "../../src/schemes/scheme-table.ts";
import { mutationTest, type MutationScore } from "../../src/schemes/mutation-test.ts";
import { partNamesOf } from "../../src/schemes/part-names.ts";
import { faultInWords } from "../../src/schemes/scheme-fault.ts";
import type { SchemeFiles } from "../../src/schemes/scheme-files.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { unusedParts } from "../../src/schemes/unused-parts.ts";
import { readReference } from "../../src/services/shelf.ts";
import { bidFileSchemas } from "../adapters/bid-file-schemas.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import type { Add, Outcome, Printer } from "./command.ts";
import { makeSchemeDocuments } from "./make-pack.ts";
import { Refusal } from "./refusal.ts";
import { addShelfCommands } from "./scheme-shelf-commands.ts";
import { newScheme, readSchemeFolder, usableScheme, writeBetweenMarks, writeTexts } from "./scheme-on-disk.ts";
import { packInWords } from "./words.ts";

/** `scheme …`: what those who write schemes need. Each takes a scheme's id, or the path of its folder. */
export function addSchemeCommands(add: Add, ports: CommandPorts, print: Printer): void {
  add(
    "new <id>",
    "start a scheme of your own as a copy of another",
    async ([id = ""], { like = "", in: folder = "" }) => {
      const made = await newScheme(ports, { id, like, folder });
      return {
        json: { folder: made },
        words: [`Made in ${made}, without the example bids.`, `Change its files, then: scheme check ${made}`],
      };
    },
  )
    .option("--like <id>", "the scheme to copy", "tca-2013-14")
    .option("--in <folder>", "the folder to make it in", ".");
  addShelfCommands(add, ports);
  add("check <scheme>", "say what is wrong with a scheme, by file and line", async ([id = ""]) => checked(ports, id));
  add("test <scheme>", "run every example, and see whether the examples hold each rule in place", async ([id = ""]) =>
    tested(ports, id),
  );
  add(
    "explain <scheme> [rule]",
    "put the rules into words, with their sources and examples",
    async ([id = "", rule]) => {
      const { scheme } = await usableScheme(ports, id);
      const rules = scheme.rules.filter((one) => rule === undefined || one.id === rule || one.register === rule);
      if (rules.length === 0) throw new Refusal([`${scheme.title} has no rule “${rule ?? ""}”.`]);
      return { json: rules, words: rules.flatMap((one) => ruleInWords(scheme, one)) };
    },
  );
  add("documents <scheme>", "make the rule book and the blank form, in Word", async ([id = ""], { out = "", json }) => {
    const { scheme } = await usableScheme(ports, id);
    const onProgress = (step: string) => json === true || print.err(`${step}\n`);
    const made = await makeSchemeDocuments(ports, scheme, { out, onProgress });
    return { json: made, words: packInWords(made) };
  }).requiredOption("--out <folder>", "the folder to make them in");
  addGuideCommands(add, ports);
}

/** What keeps the authors' guide and their editors up to date. */
function addGuideCommands(add: Add, ports: CommandPorts): void {
  add("table", "say what every scheme holds, as a table for the authors’ guide", async (_, { into }) => {
    const table = schemeTable(await countedSchemes(ports));
    if (into === undefined) return { json: { table }, words: [table] };
    await writeBetweenMarks(into, table);
    return { json: { file: into }, words: [`Written into ${into}.`] };
  }).option("--into <file>", "put it between the marks of a guide instead of printing it");
  add(
    "schemas",
    "write JSON Schemas of the files of a scheme and of the parts of a bid file",
    async (_, { out = "" }) => {
      const schemas = new Map([...jsonSchemas(), ...bidFileSchemas()]);
      await writeTexts(out, schemas);
      return { json: [...schemas.keys()], words: [...schemas.keys()].map((name) => `${name}: written to ${out}.`) };
    },
  ).requiredOption("--out <folder>", "the folder to write them to");
}

async function countedSchemes(ports: CommandPorts): Promise<CountedScheme[]> {
  const counted = (await ports.schemes.list()).map(async ({ id, scheme }): Promise<CountedScheme[]> => {
    if (!scheme.ok) throw new Refusal(scheme.error, 1);
    return [
      { scheme: scheme.value, exampleBids: exampleBidNames((await ports.schemes.files(id)) ?? new Map()).length },
    ];
  });
  return (await Promise.all(counted)).flat();
}

async function checked(ports: CommandPorts, id: string): Promise<Outcome> {
  const { files, loaded } = await readSchemeFolder(ports, id);
  if (!loaded.ok) {
    const count = `Faults: ${loaded.error.length}. More may come to light once these are mended.`;
    return { json: { faults: loaded.error, notes: [] }, words: [...loaded.error, count], exitCode: 1 };
  }
  const { scheme, placeOf } = loaded.value;
  const notes = [...unusedParts(scheme).map((fault) => faultInWords(fault, placeOf)), ...misfits(scheme, files)];
  return {
    json: { faults: [], notes },
    words: [`${scheme.title}: nothing is wrong with it.`, ...notes.map((note) => `note: ${note}`)],
  };
}

/** Example bids that do not fit the form, often left over from a copy. `scheme test` says what is wrong with each. */
function misfits(scheme: Scheme, files: SchemeFiles): string[] {
  const names = exampleBidNames(files).filter((name) => !exampleBid(scheme, files, name).ok);
  return names.length === 0 ? [] : [`example bids that do not fit the form: ${names.join(", ")}. See scheme test.`];
}

async function tested(ports: CommandPorts, id: string): Promise<Outcome> {
  const { scheme, files } = await usableScheme(ports, id);
  const bids = exampleBidFaults(scheme, files, await readReference(ports));
  const scores = scheme.rules.map((rule) => mutationTest(scheme, rule));
  const faults = [...bids, ...scores.flatMap(scoreFaults)];
  const total = (key: "tried" | "killed") => scores.reduce((sum, score) => sum + score[key], 0);
  const accepted = scores.flatMap((score) => score.accepted);
  const words = [
    `${scheme.title}: ${scheme.rules.length} rules with ${scheme.rules.flatMap((rule) => rule.examples).length} worked examples, and ${exampleBidNames(files).length} example bids.`,
    `Of ${total("tried")} small changes to the rules, the examples tell ${total("killed")}; ${accepted.length} can be told by none, with the reason given.`,
    ...faults,
  ];
  return { json: { bids, scores }, words, exitCode: faults.length === 0 ? 0 : 1 };
}

function scoreFaults({ rule, survived, needless }: MutationScore): string[] {
  return [
    ...survived.map((change) => `rules.yaml, ${rule}: no example tells this change from the rule: ${change}.`),
    ...needless.map((change) => `rules.yaml, ${rule}: “survives” lists a change that need not be listed: ${change}.`),
  ];
}

function ruleInWords(scheme: Scheme, rule: Rule): string[] {
  const names = partNamesOf(scheme);
  const titles = new Map(scheme.documents.map((document) => [document.id, document.title]));
  return [
    `${rule.id} (${rule.register}), ${rule.severity}`,
    `  ${rule.says}`,
    ...(rule.applies ? [`  Applies where ${conditionInWords(rule.applies, names)}.`] : []),
    `  Met where ${conditionInWords(rule.test, names)}.`,
    `  Source, ${confidenceWords[confidenceOf(rule.sources)]}: ${rule.sources.map((one) => titles.get(one.document)).join("; ")}.`,
    ...rule.examples.map((example) => `  Example “${example.name}”: ${example.expect}.`),
    "",
  ];
}
