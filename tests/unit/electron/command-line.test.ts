import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { nodeWorker } from "../../../electron/adapters/node-worker.ts";
import { runCommand } from "../../../electron/cli/program.ts";
import { createPorts } from "../../../electron/ports.ts";
import { example, exampleNames, projectRoot, scheme, schemeIds, templatesFolder } from "../../support/bidwright.ts";

const folder = mkdtempSync(path.join(tmpdir(), "bidwright-cli-"));
const examples = path.join(templatesFolder, "schemes/tca-2013-14/examples");

beforeAll(() => {
  const built = spawnSync(process.execPath, ["electron/launch.mjs", "bid", "schemes"], { cwd: projectRoot });
  if (built.status !== 0) throw new Error(String(built.stderr));
});
afterAll(() => rmSync(folder, { recursive: true, force: true }));

interface Ended {
  code: number | null;
  out: string;
  err: string;
}

/** Runs the built command line as a person would. */
function bid(...words: string[]): Ended {
  const run = spawnSync(process.execPath, [path.join(projectRoot, "dist/electron/cli.cjs"), ...words], {
    cwd: folder,
    encoding: "utf8",
    env: { ...process.env, BIDWRIGHT_DATA_FOLDER: path.join(folder, "data") },
  });
  return { code: run.status, out: run.stdout, err: run.stderr };
}

const ports = createPorts({
  folders: { app: projectRoot, data: path.join(folder, "data"), bids: folder },
  startWorker: nodeWorker(path.join(projectRoot, "dist/electron/worker.cjs")),
  openPath: async () => false,
});
const of = scheme("tca-2013-14");

/** The same commands without a process of their own for each, where there are many. */
async function bidHere(...words: string[]): Promise<Ended> {
  const said = { out: "", err: "" };
  const print = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) };
  return { code: await runCommand(ports, words, print), ...said };
}

const json = ({ out }: Ended) => JSON.parse(out) as Record<string, never>;
const example1 = path.join(examples, "cheshire.yaml");

describe("schemes", () => {
  test("are listed with their strands", () => {
    const { code, out, err } = bid("schemes");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("tca-2013-14  Transformation Challenge Award 2013-14");
    expect(out).toContain("  limited-sharing  Limited shared arrangements");
    const listed = json(bid("schemes", "--json")) as unknown as { id: string; problems: string[] }[];
    expect(listed.map(({ id }) => id)).toEqual(schemeIds());
    expect(listed.flatMap(({ problems }) => problems)).toEqual([]);
  });
});

describe("a new bid", () => {
  test("is made, and wants everything", () => {
    const words = ["new", "--scheme", "tca-2013-14", "--strand", "limited-sharing", "--title", "Ours", "--out"];
    expect(bid(...words, "ours.bid")).toMatchObject({
      code: 0,
      out: expect.stringContaining("Ours: written to") as string,
    });
    const checked = bid("check", "ours.bid");
    expect([checked.code, checked.err]).toEqual([1, ""]);
    expect(checked.out).toContain("Not ready to send");
    expect(json(bid("check", "ours.bid", "--json"))).toMatchObject({ ready: false });
  });

  test("does not replace a file unless told to", () => {
    const words = ["new", "--scheme", "tca-2013-14", "--strand", "limited-sharing", "--out", "twice.bid"];
    expect(bid(...words).code).toBe(0);
    const before = readFileSync(path.join(folder, "twice.bid"));
    expect(bid(...words)).toEqual({
      code: 2,
      out: "",
      err: "“twice.bid” is there already. Choose another name, or add --replace.\n",
    });
    expect(readFileSync(path.join(folder, "twice.bid"))).toEqual(before);
    expect(bid(...words, "--replace").code).toBe(0);
  });
});

describe("an example", () => {
  test.each(exampleNames("tca-2013-14"))(
    "%s: import, then check, gives exactly the findings its file states",
    async (name) => {
      const { expected } = example(of, name);
      const file = path.join(folder, `${name}.bid`);
      expect(await bidHere("import", path.join(examples, `${name}.yaml`), "--out", file)).toMatchObject({
        code: 0,
        err: "",
      });
      const checked = await bidHere("check", file, "--json");
      const { ready, findings } = json(checked) as unknown as { ready: boolean; findings: Record<string, unknown>[] };
      const stated = (expected?.findings ?? []).map(({ id, severity, outcome }) => `${severity} ${id}: ${outcome}`);
      const found = findings.map(
        ({ id, severity, outcome }) => `${String(severity)} ${String(id)}: ${String(outcome)}`,
      );
      expect(found.toSorted()).toEqual(stated.toSorted());
      expect([ready, checked.code]).toEqual([expected?.ready, expected?.ready ? 0 : 1]);
    },
  );

  test("exported and imported again is the same bid", () => {
    bid("import", example1, "--out", "once.bid");
    expect(bid("export", "once.bid", "--out", "once.yaml").code).toBe(0);
    expect(bid("import", "once.yaml", "--out", "again.bid")).toMatchObject({ code: 0, err: "" });
    expect(bid("export", "again.bid").out).toBe(readFileSync(path.join(folder, "once.yaml"), "utf8"));
    expect(parse(json(bid("export", "once.bid", "--json"))["answers"] as unknown as string)).toMatchObject({
      scheme: "tca-2013-14",
    });
  });

  test("is appraised in words and in pence", () => {
    bid("import", example1, "--out", "money.bid");
    const { code, out } = bid("appraise", "money.bid");
    expect(code).toBe(0);
    expect(out).toMatch(/Award asked for: £420,000/);
    expect(out).toMatch(/Year +Costs +Savings +Net +Cumulative/);
    expect(json(bid("appraise", "money.bid", "--json"))).toMatchObject({ totals: { award: 42_000_000 } });
  });

  test("becomes a pack of Word and Excel, each read back", () => {
    bid("import", example1, "--out", "pack.bid");
    const made = bid("pack", "pack.bid", "--out", "packed", "--json");
    expect([made.code, made.err]).toEqual([0, ""]);
    const { files } = json(made) as unknown as { files: { name: string; checked: string }[] };
    expect(files.map(({ name }) => path.extname(name))).toEqual([".docx", ".xlsx"]);
    expect(files.map(({ checked }) => checked)).toEqual([
      expect.stringMatching(/\d+ headings/) as string,
      expect.stringMatching(/\d+ formulas/) as string,
    ]);
    expect(readdirSync(path.join(folder, "packed")).toSorted()).toEqual(files.map(({ name }) => name).toSorted());
    expect(bid("pack", "pack.bid", "--out", "packed")).toMatchObject({
      code: 2,
      err: "The folder “packed” is not empty. Choose another, or empty it.\n",
    });
  });

  test("with a blocker makes a draft and no final pack", () => {
    bid("import", path.join(examples, "fails-limited-over-band.yaml"), "--out", "over.bid");
    const refused = bid("pack", "over.bid", "--out", "final");
    expect(refused).toMatchObject({ code: 1, out: "" });
    expect(refused.err).toMatch(/^The final pack cannot be made while .+ Add --draft to make a draft\.\n$/);
    expect(existsSync(path.join(folder, "final"))).toBe(false);
    expect(bid("pack", "over.bid", "--out", "draft", "--draft").code).toBe(0);
    expect(readdirSync(path.join(folder, "draft")).every((name) => name.startsWith("DRAFT "))).toBe(true);
  });
});

describe("what cannot be done is said in one plain line each, with no trace of the program", () => {
  test.each<[string, string[], RegExp]>([
    ["a bid that is not there", ["check", "nowhere.bid"], /^“nowhere\.bid” is not there/],
    ["a bid that is none", ["check", "none.bid"], /^“none\.bid” is not a bid file/],
    ["a folder for a bid", ["appraise", "data"], /^“data” is not a file/],
    [
      "a scheme there is not",
      ["new", "--scheme", "x", "--strand", "y", "--out", "x.bid"],
      /^There is no scheme “x” here\.$/m,
    ],
    [
      "a strand there is not",
      ["new", "--scheme", "tca-2013-14", "--strand", "y", "--out", "x.bid"],
      /has no strand “y”\. It has: /,
    ],
    [
      "a folder to write to that is not there",
      ["new", "--scheme", "tca-2013-14", "--strand", "limited-sharing", "--out", "no/where.bid"],
      /^“where\.bid” was not saved: .*no is not there any more/,
    ],
    ["answers that are not there", ["import", "no.yaml", "--out", "x.bid"], /^“no\.yaml” is not there/],
    [
      "answers that are no YAML",
      ["import", "bad.yaml", "--out", "x.bid"],
      /^bad\.yaml line 2, column 1: Flow sequence /,
    ],
    [
      "answers to another question",
      ["import", "stray.yaml", "--out", "x.bid"],
      /^stray\.yaml line 5, column \d+: the scheme has no question “favourite-colour”\.$/m,
    ],
    ["a command there is not", ["bogus"], /^unknown command 'bogus'/],
    ["an option there is not", ["check", "--loud", "x.bid"], /^unknown option '--loud'/],
    ["an option that is missing", ["pack", "x.bid"], /^required option '--out <folder>' not specified$/m],
    ["a name that is missing", ["check"], /^missing required argument 'bid'$/m],
  ])("%s", (_, words, line) => {
    mkdirSync(path.join(folder, "data"), { recursive: true });
    writeFileSync(path.join(folder, "none.bid"), "not a bid");
    writeFileSync(path.join(folder, "bad.yaml"), "a: [\n");
    const stray =
      "bidwright: answers 1\nscheme: tca-2013-14\nstrand: limited-sharing\nanswers:\n  favourite-colour: blue\n";
    writeFileSync(path.join(folder, "stray.yaml"), stray);
    const { code, out, err } = bid(...words);
    expect([code, out]).toEqual([2, ""]);
    expect(err).toMatch(line);
    expect(err).not.toMatch(/\n\s+at |node:|\.cjs|Error:/);
  });

  test("help is no failure", () => {
    expect(bid("--help")).toMatchObject({
      code: 0,
      err: "",
      out: expect.stringContaining("check [options] <bid>") as string,
    });
  });
});
