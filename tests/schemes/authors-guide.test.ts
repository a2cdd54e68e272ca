import { existsSync, readFileSync, readdirSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import * as YAML from "yaml";
import * as z from "zod";
import { bidFileSchemas } from "../../electron/adapters/bid-file-schemas.ts";
import { jsonSchemas } from "../../src/schemes/json-schemas.ts";
import { schemeTable } from "../../src/schemes/scheme-table.ts";
import { exampleNames, projectRoot, scheme, schemeFiles, schemeIds, templatesFolder } from "../support/bidwright.ts";

const guide = readFileSync(path.join(templatesFolder, "README.md"), "utf8");
const facts = path.join(projectRoot, "../shared/schemes.md");

describe("the guide for scheme authors", () => {
  test("holds the table of what every scheme holds, as it is today", () => {
    const schemes = schemeIds().map((id) => ({ scheme: scheme(id), exampleBids: exampleNames(id).length }));
    expect(guide).toContain(schemeTable(schemes));
  });

  test.skipIf(!existsSync(facts))("names every rule of the register of facts once", () => {
    const ids = [...readFileSync(facts, "utf8").matchAll(/^\| ((?:TCA13|TCA14|DD|PSTN|ESG|GB|SC|LUF|UKSPF)-\d+) \|/gm)];
    const wanted = [...new Set([...ids.map((match) => match[1] ?? ""), "DDN-01"])];
    expect(wanted.length).toBeGreaterThan(80);
    const rowsOf = (id: string) => guide.split("\n").filter((line) => line.startsWith(`| ${id} |`)).length;
    expect(wanted.filter((id) => rowsOf(id) !== 1)).toEqual([]);
  });
});

describe("an editor that knows the JSON Schemas", () => {
  const schemas = new Map([...jsonSchemas(), ...bidFileSchemas()]);
  const held = (name: string) => z.fromJSONSchema(JSON.parse(schemas.get(name) ?? "{}") as never);
  const schemaOf = (file: string) => {
    if (file.startsWith("form/")) return held("section.schema.json");
    return /^(scheme|rules|appraisal|pack)\.yaml$/.test(file) ? held(file.replace(".yaml", ".schema.json")) : undefined;
  };

  test("finds them beside the schemes, as the program would write them today", () => {
    const folder = path.join(templatesFolder, "schemas");
    expect(readdirSync(folder).toSorted()).toEqual([...schemas.keys()].toSorted());
    for (const [name, text] of schemas) expect(readFileSync(path.join(folder, name), "utf8")).toBe(text);
  });

  test.each(schemeIds())("finds nothing to flag in %s, and every file says where its schema is", (id) => {
    for (const [file, text] of schemeFiles(id)) {
      const schema = schemaOf(file);
      if (!schema) continue;
      expect(schema.safeParse(YAML.parse(text)).error?.issues ?? [], file).toEqual([]);
      const [, wanted = ""] = /^# yaml-language-server: \$schema=(\S+)\n/.exec(text) ?? [];
      const target = path.resolve(templatesFolder, "schemes", id, path.dirname(file), wanted);
      expect(existsSync(target) && target.endsWith(".schema.json"), `${file} ${wanted}`).toBe(true);
    }
  });

  test("flags a word that is no setting, and a severity that does not exist", () => {
    const rules = YAML.parse(schemeFiles("tca-2013-14").get("rules.yaml") ?? "") as { rules: object[] };
    const wrong = (change: object) => ({ rules: [{ ...rules.rules[0], ...change }] });
    const schema = held("rules.schema.json");
    expect(schema.safeParse(wrong({})).success).toBe(true);
    expect(schema.safeParse(wrong({ severity: "fatal" })).success).toBe(false);
    expect(schema.safeParse(wrong({ nonsense: 1 })).success).toBe(false);
  });
});
