import { execFileSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { unzipSync } from "fflate";
import fc from "fast-check";
import { expect, test } from "vitest";
import * as z from "zod";
import { sha256 } from "../../../electron/adapters/hash.ts";
import type { Log } from "../../../src/history/log.ts";
import { mergeLogs } from "../../../src/history/merge-logs.ts";
import { projectRoot, templatesFolder } from "../../support/bidwright.ts";
import { acts, hash, perform, startLog, stateOf, tca } from "../../support/histories.ts";
import { bringIn, questions, sendPart } from "../../support/parts.ts";
import { packed } from "../../support/stored.ts";

const published = (name: string) => {
  const text = readFileSync(path.join(templatesFolder, "schemas", `${name}.schema.json`), "utf8");
  return z.fromJSONSchema(JSON.parse(text) as never);
};
const schemas = {
  manifest: published("bid-manifest"),
  bid: published("bid"),
  line: published("bid-log-line"),
  contribution: published("bid-contribution"),
};
const letter = new TextEncoder().encode("A letter of support from Halton.\n");

/** The bytes of a bid file, as a part that was sent out or as the whole. */
const fileOf = (log: Log, contribution?: { of: string; at: string; questions: string[] }) => {
  const attachments = new Map([[sha256(letter), letter]]);
  return packed({ bid: stateOf(log), log, attachments, ...(contribution ? { contribution } : {}) });
};

/** What an editor that knows the published schemas would flag in a bid file. */
function flagged(bytes: Uint8Array): string[] {
  const flags = (part: string, schema: z.ZodType, text: string) =>
    (schema.safeParse(JSON.parse(text)).error?.issues ?? []).map(
      ({ path: at, message }) => `${part} ${at.join(" ")} ${message}`,
    );
  return Object.entries(unzipSync(bytes)).flatMap(([part, data]) => {
    const text = new TextDecoder().decode(data);
    if (part === "manifest.json") return flags(part, schemas.manifest, text);
    if (part === "bid.json") return flags(part, schemas.bid, text);
    if (part === "contribution.json") return flags(part, schemas.contribution, text);
    if (part !== "log.jsonl") return part.startsWith("attachments/") ? [] : [`${part} is not documented`];
    return text
      .trimEnd()
      .split("\n")
      .flatMap((line) => flags(part, schemas.line, line));
  });
}

test("every part of every bid file that is written fits its published schema", async () => {
  await fc.assert(
    fc.asyncProperty(acts, acts, acts, async (ann, bob, dana) => {
      const part = perform(sendPart(startLog()), "Bob", bob);
      const whole = bringIn(perform(startLog(), "Ann", ann), part).log;
      const merged = mergeLogs(tca, whole, perform(startLog(), "Dana", dana), hash);
      if (!merged.ok) throw new Error(merged.error);
      expect(flagged(await fileOf(merged.value.log))).toEqual([]);
      expect(flagged(await fileOf(part, { of: "ours", at: startLog().head, questions }))).toEqual([]);
    }),
    { numRuns: 60 },
  );
});

test.each(["v1.bid", "v2.bid", "v2-part.bid", "v2-with-part.bid", "v3.bid"])("and so does each of %s", (name) => {
  expect(flagged(new Uint8Array(readFileSync(path.join(projectRoot, "tests/support/formats", name))))).toEqual([]);
});

test("what no bid file holds is flagged", () => {
  const line = { id: "a", at: "2013", who: "Ann", about: "Changed something", changes: [] };
  const wrong = [
    schemas.line.safeParse({ ...line, brought: "a" }),
    schemas.line.safeParse({ ...line, more: 1 }),
    schemas.line.safeParse({ ...line, changes: [{ do: "forget", question: "summary" }] }),
    schemas.bid.safeParse({ ...stateOf(startLog()), marking: "SECRET" }),
    schemas.manifest.safeParse({ format: "bidwright-bid", version: 4, bid: "a", head: "b", parts: [] }),
    schemas.contribution.safeParse({ of: "a" }),
  ];
  expect(schemas.line.safeParse(line).success).toBe(true);
  expect(wrong.map(({ success }) => success)).toEqual(wrong.map(() => false));
});

test("the script in the guide lists every answer of a bid that was written, without the app", async () => {
  const guide = readFileSync(path.join(projectRoot, "README.md"), "utf8");
  const script = /```js\n(\/\/ answers\.mjs\n[^]*?)```/.exec(guide)?.[1] ?? "";
  expect(script.split("\n").length).toBeLessThanOrEqual(30);
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-guide-"));
  try {
    const files = [path.join(folder, "answers.mjs"), path.join(folder, "ours.bid")] as const;
    const log = perform(startLog(), "Ann", fc.sample(acts, 1)[0] ?? []);
    writeFileSync(files[0], script);
    writeFileSync(files[1], await fileOf(log));
    const said = execFileSync(process.execPath, [...files], { encoding: "utf8" });
    const { title, answers } = stateOf(log);
    const lines = Object.entries(answers).map(([question, answer]) => `${question}: ${JSON.stringify(answer)}`);
    expect(said).toBe(`${[title, ...lines].join("\n")}\n`);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
});
