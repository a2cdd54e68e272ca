import { execFile } from "node:child_process";
import { mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { projectRoot } from "../../support/bidwright.ts";

const run = promisify(execFile);

/** A planted breach: the file that imports, what it imports, and the rule that must catch it. */
const breaches: [from: string, to: string, rule: string][] = [
  ["src/shared/a.ts", "src/money/x.ts", "src-shared-imports-only-what-stands-before-it"],
  ["src/money/a.ts", "src/fields/x.ts", "src-money-imports-only-what-stands-before-it"],
  ["src/fields/a.ts", "src/rules/x.ts", "src-fields-imports-only-what-stands-before-it"],
  ["src/rules/a.ts", "src/appraisal/x.ts", "src-rules-imports-only-what-stands-before-it"],
  ["src/appraisal/a.ts", "src/rules/x.ts", "src-appraisal-imports-only-what-stands-before-it"],
  ["src/schemes/a.ts", "src/bids/x.ts", "src-schemes-imports-only-what-stands-before-it"],
  ["src/bids/a.ts", "src/documents/x.ts", "src-bids-imports-only-what-stands-before-it"],
  ["src/history/a.ts", "src/packs/x.ts", "src-history-imports-only-what-stands-before-it"],
  ["src/workbook/a.ts", "src/packs/x.ts", "src-workbook-imports-only-what-stands-before-it"],
  ["src/documents/a.ts", "src/packs/x.ts", "src-documents-imports-only-what-stands-before-it"],
  ["src/packs/a.ts", "src/services/x.ts", "src-packs-imports-only-what-stands-before-it"],
  ["src/contract/a.ts", "src/services/x.ts", "contract-imports-only-shared-and-schemas"],
  ["src/services/a.ts", "src/documents/render/x.ts", "services-reach-renderers-by-a-port"],
  ["src/services/a.ts", "electron/x.ts", "services-reach-renderers-by-a-port"],
  ["renderer/a.tsx", "src/services/x.ts", "window-uses-the-contract"],
  ["renderer/a.tsx", "src/documents/render/x.ts", "window-uses-the-contract"],
  ["renderer/a.tsx", "electron/x.ts", "window-never-imports-electron-folder"],
  ["electron/a.ts", "renderer/x.tsx", "machine-never-imports-window"],
  ["electron/adapters/a.ts", "tests/x.ts", "nothing-imports-tests"],
  ["src/bids/a.ts", "docx", "only-render-imports-document-writers"],
  ["electron/adapters/a.ts", "exceljs", "only-render-imports-document-writers"],
  ["electron/adapters/a.ts", "electron", "few-files-import-electron"],
  ["src/bids/a.ts", "node:fs", "src-uses-no-node"],
];

const planted = mkdtempSync(path.join(tmpdir(), "directions-"));
let found: string[] = [];

function write(file: string, text: string): void {
  mkdirSync(path.dirname(path.join(planted, file)), { recursive: true });
  writeFileSync(path.join(planted, file), text);
}

function plant(index: number, from: string, to: string): string {
  const name = from.replace(/a(\.tsx?)$/, `breach-${index}$1`);
  const target = /^(src|electron\/|renderer|tests)/.test(to) ? path.posix.relative(path.posix.dirname(name), to) : to;
  const specifier = target === to ? to : target.startsWith(".") ? target : `./${target}`;
  write(name, `import * as planted from "${specifier}";\nexport const used = planted;\n`);
  return name;
}

beforeAll(async () => {
  symlinkSync(path.join(projectRoot, "node_modules"), path.join(planted, "node_modules"));
  for (const [, to] of breaches) if (/\.tsx?$/.test(to)) write(to, "export const x = 1;\n");
  breaches.forEach(([from, to], index) => plant(index, from, to));
  write("src/shared/one.ts", 'import { two } from "./two.ts";\nexport const one = (): number => two();\n');
  write("src/shared/two.ts", 'import { one } from "./one.ts";\nexport const two = (): number => one();\n');
  write("src/shared/alone.ts", "export const alone = 1;\n");
  const config = path.join(projectRoot, "tests/tooling/dependency-cruiser.cjs");
  const cruiser = path.join(projectRoot, "node_modules/.bin/depcruise");
  const words = ["--config", config, "--output-type", "json", "src", "electron", "renderer"];
  const output = await run(cruiser, words, { cwd: planted, maxBuffer: 50_000_000 }).catch(
    (fault: { stdout: string }) => fault,
  );
  const { summary } = JSON.parse(output.stdout) as {
    summary: { violations: { from: string; rule: { name: string } }[] };
  };
  found = summary.violations.map((one) => `${one.from} ${one.rule.name}`);
});

afterAll(() => rmSync(planted, { recursive: true }));

describe("the check of import directions", () => {
  test.each(breaches.map((breach, index) => [index, ...breach] as const))(
    "%i: %s may not import %s",
    (index, from, _, rule) => {
      expect(found).toContain(`${from.replace(/a(\.tsx?)$/, `breach-${index}$1`)} ${rule}`);
    },
  );

  test("finds files that import each other in a circle", () => {
    expect(found.some((one) => one.startsWith("src/shared/") && one.endsWith("no-cycles"))).toBe(true);
  });

  test("finds a file that nothing uses", () => {
    expect(found).toContain("src/shared/alone.ts no-orphans");
  });
});
