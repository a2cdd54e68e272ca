import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readAnswersFile, writeAnswersFile } from "../../src/bids/answers-file.ts";
import { exampleBidFaults } from "../../src/bids/example-bids.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { mayBlock } from "../../src/rules/rule.ts";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { mutationTest } from "../../src/schemes/mutation-test.ts";
import {
  assessed,
  example,
  exampleNames,
  readFolder,
  scheme,
  reference,
  schemeFiles,
  schemeIds,
  shared,
  templatesFolder,
} from "../support/bidwright.ts";

describe.each(schemeIds())("%s", (id) => {
  const loaded = scheme(id);
  const names = exampleNames(id);

  test("no rule known only by inference or from memory can block", () => {
    const weak = loaded.rules.filter((rule) => !mayBlock(rule.sources));
    expect(weak.filter((rule) => rule.severity === "blocker")).toEqual([]);
  });

  test("every rule that can fail fails in some example bid", () => {
    const failed = new Set(
      names.flatMap((name) => assessed(loaded, example(loaded, name).bid).check.findings.map((one) => one.id)),
    );
    const strong = loaded.rules.filter((rule) => rule.severity !== "advice").map((rule) => `rule:${rule.id}`);
    expect(strong.filter((rule) => !failed.has(rule))).toEqual([]);
  });

  test("every small slip in a rule is told by a worked example, or listed with the reason why none can", () => {
    const scores = loaded.rules.map((rule) => mutationTest(loaded, rule));
    const open = scores.filter(({ survived, needless }) => survived.length + needless.length > 0);
    expect(open).toEqual([]);
    expect(scores.reduce((tried, score) => tried + score.tried, 0)).toBeGreaterThan(0);
  });

  test("every example bid gives exactly the findings its file states", () => {
    expect(exampleBidFaults(loaded, schemeFiles(id), reference())).toEqual([]);
  });

  test.each(names)("the example %s is the same bid after export and import", (name) => {
    const { bid } = example(loaded, name);
    const again = readAnswersFile({ name: "again.yaml", text: writeAnswersFile(bid, loaded) }, loaded);
    expect(again).toMatchObject({ ok: true });
    expect(again.ok && { ...again.value.bid, id: bid.id }).toEqual(bid);
  });

  test("every nearest change that is offered meets its rule when it is made", () => {
    for (const name of names) {
      const { bid } = example(loaded, name);
      for (const { id: finding, change } of assessed(loaded, bid).check.findings) {
        if (!change) continue;
        const changed: Bid = { ...bid, answers: { ...bid.answers, [change.question]: change.value } };
        expect(
          assessed(loaded, changed).check.findings.map((one) => one.id),
          `${name} ${finding}`,
        ).not.toContain(finding);
      }
    }
  });

  test("taking answers away never turns a rule to met", () => {
    const bids = names.map((name) => example(loaded, name).bid);
    const metIn = (bid: Bid) =>
      new Set(
        assessed(loaded, bid)
          .check.rules.filter((one) => one.outcome === "met")
          .map((one) => one.rule),
      );
    const chosen = fc
      .constantFrom(...bids)
      .chain((bid) => fc.record({ bid: fc.constant(bid), gone: fc.subarray(Object.keys(bid.answers)) }));
    fc.assert(
      fc.property(chosen, ({ bid, gone }) => {
        const kept = Object.fromEntries(Object.entries(bid.answers).filter(([question]) => !gone.includes(question)));
        const [before, after] = [metIn(bid), metIn({ ...bid, answers: kept })];
        expect([...after].filter((rule) => !before.has(rule))).toEqual([]);
      }),
      { numRuns: 300 },
    );
  });
});

test("a fund is added by copying a folder and changing its data, with no change of code", () => {
  const folder = mkdtempSync(path.join(tmpdir(), "scheme-"));
  try {
    cpSync(path.join(templatesFolder, "schemes", "tca-2013-14"), folder, { recursive: true });
    const change = (name: string, from: RegExp, to: string) => {
      const file = path.join(folder, name);
      const text = readFileSync(file, "utf8");
      expect(text).toMatch(from);
      writeFileSync(file, text.replace(from, to));
    };
    change("scheme.yaml", /^id: .*$/m, "id: county-innovation-fund");
    change("scheme.yaml", /^title: .*$/m, "title: County Innovation Fund");
    change("form/learning.yaml", /^title: .*$/m, "title: What we will teach others");
    const loaded = loadScheme(readFolder(folder), shared());
    expect(loaded.ok ? [] : loaded.error).toEqual([]);
    if (!loaded.ok) return;
    expect(loaded.value.title).toBe("County Innovation Fund");
    const bid: Bid = {
      ...example(scheme("tca-2013-14"), "cheshire").bid,
      scheme: { id: loaded.value.id, version: "1.0.0" },
    };
    expect(assessed(loaded.value, bid).check.ready).toBe(true);
  } finally {
    rmSync(folder, { recursive: true });
  }
});
