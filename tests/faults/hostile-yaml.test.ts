import { describe, expect, test } from "vitest";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import { parseYaml } from "../../src/schemes/yaml-file.ts";
import { schemeFiles, shared } from "../support/bidwright.ts";
import { longYaml, nestedConditions } from "../support/harmful-files.ts";

const why = (text: string) => {
  const parsed = parseYaml("rules.yaml", text);
  return parsed.ok ? "read" : parsed.error.join("\n");
};

/** What loading a sound scheme says after one of its files was changed. */
function faults(name: string, change: (text: string) => string): string[] {
  const files = schemeFiles("tca-2013-14");
  files.set(name, change(files.get(name) ?? ""));
  const loaded = loadScheme(files, shared());
  return loaded.ok ? [] : loaded.error;
}

describe("a text of a scheme that was made to harm is refused with its line", () => {
  const tenfold = (name: string, of: string) =>
    `${name}: &${name} [${Array.from({ length: 10 }, () => `*${of}`).join(", ")}]`;
  test.each<[string, string, string]>([
    [
      "a bomb of repeats: the line of the first that goes too far",
      ["a: &a [1, 2, 3, 4, 5, 6, 7, 8, 9, 10]", tenfold("b", "a"), tenfold("c", "b"), tenfold("d", "c")].join("\n"),
      "rules.yaml line 3, column 40: “*b” repeats more than can be read safely. Write out what is meant.",
    ],
    [
      "a repeat that stands inside itself",
      "a: 1\nb: &b\n  c: [*b]\n",
      "rules.yaml line 3, column 7: “*b” repeats the part that it stands in, without end.",
    ],
    [
      "a repeat of nothing",
      "a: 1\nb: *nowhere\n",
      "rules.yaml line 2, column 4: “*nowhere” repeats a part that is not there.",
    ],
    [
      "brackets without end",
      `a: 1\nb: ${"[".repeat(100_000)}`,
      "rules.yaml line 2, column 68: goes more than 64 levels deep here.",
    ],
    [
      "dashes without end",
      `a: 1\n${"- ".repeat(100_000)}`,
      "rules.yaml line 2, column 129: goes more than 64 levels deep here.",
    ],
    [
      "levels made by indenting",
      Array.from({ length: 70 }, (_, index) => `${" ".repeat(index)}a:`).join("\n"),
      "rules.yaml line 65, column 65: goes more than 64 levels deep here.",
    ],
    [
      "a tag",
      "a: 1\nb: !!python/object/apply:os.system [ls]\n",
      "rules.yaml line 2, column 4: has a tag (“!!python/object/apply:os.system”). A scheme is plain data: take it out.",
    ],
    [
      "a tag of its own",
      "a: 1\nb: !local c\n",
      "rules.yaml line 2, column 4: has a tag (“!local”). A scheme is plain data: take it out.",
    ],
    ["one name twice", "a: 1\nb: 2\na: 3\n", "rules.yaml line 3, column 1: the same name stands twice here."],
    ["10 MB of text", `a: ${"x".repeat(10_000_000)}`, "rules.yaml: the file is too long (10000003 characters)."],
    [
      "two documents",
      "a: 1\n---\nb: 2\n",
      "rules.yaml line 2, column 1: Source contains multiple documents; please use YAML.parseAllDocuments().",
    ],
  ])("%s", (_, text, words) => {
    expect(why(text)).toBe(words);
  });

  test("a few repeats are read", () => {
    expect(why("a: &a { b: 1 }\nc: [*a, *a, *a]\n")).toBe("read");
    expect(why("a: '[ { ! & *'\nb: |\n  [[[[ !!tag *alias\n# !!tag\n")).toBe("read");
  });

  test.each(longYaml)("%s: refused in a few lines", (_, text) => {
    const said = why(text);
    expect(said).toMatch(/^rules\.yaml/);
    expect(said.split("\n").length).toBeLessThan(25);
  });
});

describe("a scheme whose parts were made to harm is refused with its line", () => {
  test("questions that are asked only where each other is", () => {
    const found = faults("form/learning.yaml", (text) =>
      text
        .replace("kind: rich-text", "kind: rich-text\n    when: { answered: sharing-the-learning }")
        .replace(
          "- id: sharing-the-learning",
          "- id: sharing-the-learning\n    when: { answered: transferable-learning }",
        ),
    );
    expect(found).toEqual([
      "form/learning.yaml line 8, column 11, transferable-learning: whether it is asked depends on itself.",
      "form/learning.yaml line 20, column 11, sharing-the-learning: whether it is asked depends on itself.",
    ]);
  });

  test("conditions on lines within conditions on lines, each of which multiplies the work", () => {
    const [found] = faults("rules.yaml", nestedConditions);
    expect(found).toMatch(/^rules\.yaml line \d+, column \d+: chooses lines inside lines more than twice over\.$/);
  });

  test.each([
    ["javascript:alert(1)"],
    ["data:text/html;base64,PHNjcmlwdD4="],
    ["file:///etc/passwd"],
    ["vbscript:x"],
    ["//example.org"],
    ["JaVaScRiPt:alert(1)"],
  ])("guidance that links to %s", (link) => {
    const found = faults("form/learning.yaml", (text) =>
      text.replace("guidance: Include what did not work.", `guidance: Include [this](<${link}>).`),
    );
    expect(found).toHaveLength(1);
    expect(found[0]).toMatch(/^form\/learning\.yaml line 22, column \d+, sharing-the-learning: links to “/);
  });

  test("a document whose address is no web page", () => {
    const found = faults("scheme.yaml", (text) =>
      text.replace("address: https://www.lgcplus.com", "address: javascript:alert(1)//"),
    );
    expect(found[0]).toMatch(/^scheme\.yaml line \d+, column \d+, lgc-shared-services-fund: links to “javascript:/);
  });

  test("guidance that nests quotations or lists without end", () => {
    for (const text of ["> ".repeat(4900), "- ".repeat(4900)]) {
      const found = faults("form/learning.yaml", (file) =>
        file.replace(/guidance: Include what did not work\..*/, `guidance: ${JSON.stringify(`x\n\n${text}x`)}`),
      );
      expect(found).toHaveLength(1);
      expect(found[0]).toContain("the guidance nests lists and quotations too deeply to be shown.");
    }
  });

  test("ids that could be anything else", () => {
    for (const id of ["../up", "Upper", "a b", "-a", "a--b", "con/x", "a".repeat(3) + "."]) {
      const found = faults("scheme.yaml", (text) => text.replace("id: tca-2013-14", `id: ${JSON.stringify(id)}`));
      expect(found[0]).toMatch(/^scheme\.yaml line 2, column 5: id: /);
    }
  });

  test("more questions, rules and guidance than any fund has", () => {
    const many = Array.from({ length: 600 }, (_, index) => `  - { id: q-${index}, kind: yes-no, label: Q }`).join("\n");
    expect(faults("form/learning.yaml", (text) => `${text}\n${many}\n`)[0]).toMatch(
      /holds \d+ questions in all its sections; 500 is the most\.$/,
    );
    const long = "x ".repeat(6000);
    expect(
      faults("form/learning.yaml", (text) => text.replace(/guidance: Include.*/, `guidance: ${long}`))[0],
    ).toContain("the guidance is 11999 characters long; 10000 is the most.");
  });
});
