import path from "node:path";
import { describe, expect, test } from "vitest";
import { figureFact } from "../../../src/schemes/held-figures.ts";
import { loadScheme } from "../../../src/schemes/load-scheme.ts";
import { whenOf } from "../../../src/schemes/scheme-schema.ts";
import { parseYaml } from "../../../src/schemes/yaml-file.ts";
import { readFolder, templatesFolder } from "../../support/bidwright.ts";
import { momentFiles, momentScheme } from "../../support/moment-scheme.ts";

const good = readFolder(path.join(templatesFolder, "schemes", "tca-2013-14"));

/** What loading says after a change to one file of a good folder. */
function faultsAfter(name: string, change: (text: string) => string | undefined): string[] {
  const files = new Map(good);
  const changed = change(good.get(name) ?? "");
  if (changed === undefined) files.delete(name);
  else files.set(name, changed);
  const loaded = loadScheme(files);
  return loaded.ok ? [] : loaded.error;
}

/** The first line of the rules that holds a text, counted from 1. */
function lineOf(text: string): number {
  const lines = (good.get("rules.yaml") ?? "").split("\n");
  return lines.findIndex((line) => line.includes(text)) + 1;
}

describe("a scheme author who makes a mistake is told the file and what to mend", () => {
  test("a missing file", () => {
    expect(faultsAfter("rules.yaml", () => undefined)).toEqual(["rules.yaml: the file is missing."]);
  });

  test("a word that is no setting, with its line and column", () => {
    const [fault] = faultsAfter("scheme.yaml", (text) => `${text}\nnonsense: 1\n`);
    expect(fault).toMatch(/^scheme\.yaml line \d+, column \d+: .*nonsense/);
  });

  test("broken YAML, with its line", () => {
    const [fault] = faultsAfter("pack.yaml", (text) => `${text}\n  - : [`);
    const line = (good.get("pack.yaml") ?? "").trimEnd().split("\n").length;
    expect(fault).toBe(`pack.yaml line ${line}, column 10: Nested mappings are not allowed in compact mappings.`);
  });

  test("a rule whose example gives another result", () => {
    const [fault] = faultsAfter("rules.yaml", (text) =>
      text.replace(
        "given: { strand: single-operation, award-requested: 2000001 }",
        "given: { strand: single-operation, award-requested: 1999999 }",
      ),
    );
    const line = lineOf("name: a pound over");
    expect(fault).toBe(
      `rules.yaml line ${line}, column 9, award-within-single-operation-limit, example “a pound over”: expected not met, but it is met. ` +
        "Award asked for: £1,999,999. Needed: at most £2,000,000 (Most that a single-operation award may be).",
    );
  });

  test("a rule about a question that is not there", () => {
    const faults = faultsAfter("rules.yaml", (text) => text.replace("about: award-requested", "about: award-requestd"));
    expect(faults).toContain(
      `rules.yaml line ${lineOf("about: award-requested")}, column 12, award-within-single-operation-limit: refers to the question “award-requestd”, which is not there.`,
    );
  });

  test("a blocker that rests on memory", () => {
    const faults = faultsAfter("rules.yaml", (text) => text.replace("confidence: seed }]", "confidence: recalled }]"));
    expect(faults[0]).toContain("may warn, but never block");
  });

  test("a source that is not among the documents", () => {
    const faults = faultsAfter("rules.yaml", (text) =>
      text.replace("{ document: dclg-2013-03-22,", "{ document: no-such-document,"),
    );
    expect(faults[0]).toContain("cites “no-such-document”");
  });

  test("a question with the id of another", () => {
    const faults = faultsAfter("form/learning.yaml", (text) => text.replace(/- id: [a-z-]+/, "- id: summary"));
    expect(faults.join()).toContain("“summary” stands twice.");
  });

  test("a section file that no list names", () => {
    const files = new Map([...good, ["form/stray.yaml", good.get("form/learning.yaml") ?? ""]]);
    const loaded = loadScheme(files);
    expect(!loaded.ok && loaded.error).toEqual([
      "form/stray.yaml: is not in the list of sections in scheme.yaml. Add it there, or delete the file.",
    ]);
  });

  test("an appraisal that looks for a column that is not there", () => {
    const faults = faultsAfter("appraisal.yaml", (text) => text.replace(/amounts: amounts/, "amounts: sums"));
    expect(faults.join()).toContain("has no column “sums”");
  });

  test("a question whose asking depends on itself", () => {
    const faults = faultsAfter("form/learning.yaml", (text) =>
      text.replace(/(- id: )([a-z-]+)\n/, "$1$2\n    when: { answered: $2 }\n"),
    );
    expect(faults.join()).toContain("depends on itself");
  });

  test("a question whose asking hangs on what the appraisal says, which leaves out what is not asked", () => {
    const faults = faultsAfter("form/learning.yaml", (text) =>
      text.replace(/(- id: )([a-z-]+)\n/, "$1$2\n    when: { value: { measure: total-costs }, at-least: 5 }\n"),
    );
    expect(faults).toEqual([
      "form/learning.yaml line 7, column 31, transferable-learning: asks the measure “total-costs”. Whether a question is asked may hang on answers and figures alone.",
    ]);
  });
});

describe("a scheme that closes at an hour", () => {
  const figure = "unit: moment";
  const value = 'value: "2013-07-12T17:00"';

  function faultsWith(...changes: [from: string, to: string][]): string[] {
    const files = momentFiles();
    const text = changes.reduce((held, [from, to]) => held.replace(from, to), files.get("scheme.yaml") ?? "");
    const loaded = loadScheme(files.set("scheme.yaml", text));
    return loaded.ok ? [] : loaded.error;
  }

  test("loads, with the hour in its dates and as a figure for its rules", () => {
    const loaded = momentScheme();
    const [closes] = loaded.dates;
    expect(closes && whenOf(closes)).toBe("5pm on 12 July 2013");
    expect(loaded.dates.slice(1).map(whenOf)).toContain("22 March 2013");
    expect(figureFact(loaded, "closing")).toMatchObject({ value: { unit: "moment", text: "2013-07-12T17:00" } });
  });

  test.each([
    [figure, figure, '"2013-07-12"', "“2013-07-12” is not a day with a time of day: write it like “2014-02-10T17:00”"],
    [figure, figure, "2013", "“2013” is not a day with a time of day: write it like “2014-02-10T17:00”"],
    [
      figure,
      "unit: date",
      '"2013-07-12T17:00"',
      "“2013-07-12T17:00” is not a day that exists: write it like 2014-02-10",
    ],
    [figure, "unit: date", "2013-02-30", "“2013-02-30” is not a day that exists: write it like 2014-02-10"],
    [figure, "unit: pounds", '"500"', "“500” is text; the unit pounds needs a number without quotes"],
  ])("a figure changed from %s to %s with the value %s is refused with its line", (from, to, written, said) => {
    const [fault] = faultsWith([from, to], [value, `value: ${written}`]);
    expect(fault).toMatch(/^scheme\.yaml line \d+, column \d+: figures › closing › values › 0 › value: /);
    expect(fault?.endsWith(`${said}.`)).toBe(true);
  });

  test.each(['"5pm"', '"24:00"', '"9:30"'])("the time %s is refused with what to write", (time) => {
    const [fault] = faultsWith(['time: "17:00"', `time: ${time}`]);
    expect(fault).toMatch(/dates › 0 › time: is not a time of day: write it like “17:00”\.$/);
  });
});

describe("hostile YAML", () => {
  test("that repeats itself without end is refused", () => {
    const bomb = `a: &a [x, x, x, x, x, x, x, x]\n${Array.from({ length: 9 }, (_, index) => {
      const [from, to] = [String.fromCharCode(97 + index), String.fromCharCode(98 + index)];
      return `${to}: &${to} [${Array.from({ length: 8 }, () => `*${from}`).join(", ")}]`;
    }).join("\n")}`;
    expect(parseYaml("bomb.yaml", bomb)).toMatchObject({ ok: false });
  });

  test("that is far too deep or too long is refused", () => {
    expect(parseYaml("deep.yaml", "[".repeat(200) + "]".repeat(200))).toMatchObject({ ok: false });
    expect(parseYaml("long.yaml", `a: ${"x".repeat(3_000_000)}`)).toMatchObject({ ok: false });
  });

  test("cannot touch how objects work", () => {
    const parsed = parseYaml("proto.yaml", "__proto__: { polluted: true }\nconstructor: x");
    expect(parsed.ok).toBe(true);
    expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  });

  test("with a tag of its own or the same key twice is refused", () => {
    expect(parseYaml("tag.yaml", "a: !!js/function 'x'")).toMatchObject({ ok: false });
    expect(parseYaml("twice.yaml", "a: 1\na: 2")).toMatchObject({ ok: false });
  });
});
