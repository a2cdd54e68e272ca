import { schemeFiles } from "./bidwright.ts";

/** Changes to the texts of a scheme, by file: what stands there, and what stands there instead. */
export type TextChanges = Readonly<Record<string, readonly (readonly [string, string])[]>>;

/** The texts of a scheme's folder after changes. A text to change that is not there fails the test. */
export function changedFiles(id: string, changes: TextChanges): Map<string, string> {
  const files = schemeFiles(id);
  for (const [name, pairs] of Object.entries(changes)) {
    for (const [from, to] of pairs) {
      const text = files.get(name) ?? "";
      if (!text.includes(from)) throw new Error(`${name} does not hold ${from}`);
      files.set(name, text.replace(from, to));
    }
  }
  return files;
}

/** The award as a next version could be: a limit lowered, a question gone, another come, one in other words. */
export const nextVersion: TextChanges = {
  "scheme.yaml": [
    ["version: 1.0.0", "version: 1.1.0"],
    [
      "label: Most that a limited-sharing award may be\n    unit: pounds\n    values: [{ from: 2013-03-22, value: 500000 }]",
      "label: Most that a limited-sharing award may be\n    unit: pounds\n    values: [{ from: 2013-03-22, value: 400000 }]",
    ],
  ],
  "rules.yaml": [
    ["at least £50,000 and at most £500,000.", "at least £50,000 and at most £400,000."],
    [
      "name: on the upper edge, given: { strand: limited-sharing, award-requested: 500000 }",
      "name: on the upper edge, given: { strand: limited-sharing, award-requested: 400000 }",
    ],
    [
      "given: { strand: limited-sharing, award-requested: 500001 }",
      "given: { strand: limited-sharing, award-requested: 400001 }",
    ],
    ["fix: { award-requested: 500000 }", "fix: { award-requested: 400000 }"],
  ],
  "form/innovation.yaml": [["label: What is new about this", "label: What is new here"]],
  "form/learning.yaml": [
    [
      "- id: sharing-the-learning\n    kind: rich-text",
      "- id: learning-contact\n    kind: short-text\n    max-characters: 100",
    ],
  ],
};
