import path from "node:path";
import { loadScheme } from "../../src/schemes/load-scheme.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { readFolder, templatesFolder } from "./bidwright.ts";

const notice = "sources: [{ document: test-notice, confidence: primary }]";

const questions = `
  - { id: sent-at, kind: moment, label: When you send the bid, not-before: "2013-03-22T09:30" }
  - id: meetings
    kind: table
    label: Meetings
    item: meeting
    named-by: about
    columns:
      - { id: about, kind: short-text, label: What it is about }
      - { id: starts, kind: moment, label: When it starts }
  - id: hand-overs
    kind: table
    label: Hand-overs
    item: hand-over
    layout: grid
    named-by: what
    columns:
      - { id: what, kind: short-text, label: What is handed over }
      - { id: at, kind: moment, label: When it is ready }
`;

const rule = `
  - id: sent-by-the-hour
    register: TEST-01
    says: The bid is sent by 5pm on 12 July 2013.
    severity: blocker
    ${notice}
    about: sent-at
    test: { value: { field: sent-at }, at-most: { figure: closing } }
    examples:
      - { name: on the minute, given: { sent-at: 2013-07-12T17:00 }, expect: met }
      - { name: a minute late, given: { sent-at: 2013-07-12 17:01 }, expect: not met }
      - { name: not said yet, given: {}, expect: cannot tell }
`;

/** What is put into the files of a real scheme, so that it closes at an hour that was made up for tests. */
export const momentChanges: Readonly<Record<string, (text: string) => string>> = {
  "scheme.yaml": (text) =>
    text
      .replace("\ndocuments:\n", "\ndocuments:\n  - { id: test-notice, title: A notice that was made up for tests }\n")
      .replace("\ndates:\n", `\ndates:\n  - { label: Bids close, date: 2013-07-12, time: "17:00", ${notice} }\n`)
      .replace(
        "\nfigures:\n",
        `\nfigures:\n  closing:\n    label: Closing\n    unit: moment\n    ${notice}\n    values: [{ from: 2013-03-22, value: "2013-07-12T17:00" }]\n`,
      ),
  "form/learning.yaml": (text) => text + questions,
  "rules.yaml": (text) => text + rule,
};

/** The files of that scheme. */
export function momentFiles(): Map<string, string> {
  const files = readFolder(path.join(templatesFolder, "schemes", "tca-2013-14"));
  return new Map([...files].map(([name, text]) => [name, momentChanges[name]?.(text) ?? text]));
}

/** A scheme that asks for moments: of itself, in cards and in a grid. */
export function momentScheme(): Scheme {
  const loaded = loadScheme(momentFiles());
  if (!loaded.ok) throw new Error(loaded.error.join("\n"));
  return loaded.value;
}
