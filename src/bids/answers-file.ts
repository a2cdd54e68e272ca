import { stringify } from "yaml";
import * as z from "zod";
import { readWritten, writeWritten } from "../fields/written.ts";
import { questionOf, questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import { issuesInWords, parseYaml, type YamlSource } from "../schemes/yaml-file.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import { answersUnder } from "./answers-under.ts";
import { markings, type Bid } from "./bid-schema.ts";

const formatLine = "answers 1";

/** What an example bid says must be found, no more and no less. */
const expectation = z.strictObject({
  ready: z.boolean(),
  findings: z.array(
    z.strictObject({
      id: z.string(),
      severity: z.enum(["blocker", "warning", "advice"]),
      outcome: z.enum(["not met", "cannot tell"]),
      fix: z.string().exactOptional(),
    }),
  ),
});
export type Expectation = z.infer<typeof expectation>;

const envelope = z.strictObject({
  bidwright: z.literal(formatLine),
  scheme: z.string(),
  strand: z.string().exactOptional(),
  title: z.string().exactOptional(),
  marking: z.enum(markings).exactOptional(),
  about: z.string().exactOptional(),
  /** Another example of the folder, whose answers stand where this one gives none. */
  extends: z.string().exactOptional(),
  without: z.array(z.string()).default([]),
  answers: z.record(z.string(), z.unknown()).nullable().default({}),
  expected: expectation.exactOptional(),
});
type Envelope = z.infer<typeof envelope>;

/** A bid as an answers file holds it: everything but its identity. */
export interface AnswersFile {
  bid: Omit<Bid, "id">;
  about: string | undefined;
  expected: Expectation | undefined;
}

/** Which scheme an answers file is for, read before the scheme is at hand. */
export function schemeNamedIn(name: string, text: string): Result<string, string[]> {
  const source = parseYaml(name, text);
  if (!source.ok) return source;
  const parsed = z.object({ scheme: z.string() }).safeParse(source.value.value);
  return parsed.success
    ? ok(parsed.data.scheme)
    : fail([`${name}: says no scheme. Add a line like “scheme: tca-2013-14”.`]);
}

/** How a file that extends another finds it: by name, without the ending. */
export type FindFile = (name: string) => string | undefined;

/**
 * Reads a bid that a person wrote by hand as YAML. Every answer is checked against the scheme's questions.
 *
 * @returns the bid, or plain sentences naming the file, the line and what is wrong
 */
export function readAnswersFile(
  file: { name: string; text: string },
  scheme: Scheme,
  find: FindFile = () => undefined,
): Result<AnswersFile, string[]> {
  const source = parseYaml(file.name, file.text);
  if (!source.ok) return source;
  const read = readEnvelope(file.name, source.value);
  if (!read.ok) return read;
  const base =
    read.value.extends === undefined ? ok(undefined) : readBase(file.name, read.value.extends, { scheme, find });
  if (!base.ok) return base;
  const own = readAnswers(source.value, read.value, scheme);
  if (own.problems.length > 0) return fail(own.problems);
  return assemble(file.name, scheme, { envelope: read.value, own: own.answers, base: base.value });
}

function readEnvelope(name: string, source: YamlSource): Result<Envelope, string[]> {
  const parsed = envelope.safeParse(source.value);
  if (parsed.success) return ok(parsed.data);
  return fail(issuesInWords(source, parsed.error.issues));
}

function readBase(name: string, wanted: string, at: { scheme: Scheme; find: FindFile }): Result<AnswersFile, string[]> {
  const text = at.find(wanted);
  if (text === undefined) return fail([`${name}: extends “${wanted}”, which is not there.`]);
  return readAnswersFile({ name: `${wanted}.yaml`, text }, at.scheme);
}

function readAnswers(source: YamlSource, { answers: written }: Envelope, scheme: Scheme) {
  const answers: Record<string, unknown> = {};
  const problems: string[] = [];
  for (const [id, value] of Object.entries(written ?? {})) {
    const question = questionOf(scheme, id);
    if (!question) {
      problems.push(`${source.at(["answers", id])}: the scheme has no question “${id}”.`);
      continue;
    }
    const read = readWritten(question, value);
    problems.push(
      ...read.problems.map(({ path, message }) => {
        const whole = ["answers", id, ...path];
        return `${source.at(whole)}: ${whole.slice(1).join(" › ")} ${message}.`;
      }),
    );
    if (read.value !== undefined) answers[id] = read.value;
  }
  return { answers, problems };
}

interface Parts {
  envelope: Envelope;
  own: Record<string, unknown>;
  base: AnswersFile | undefined;
}

function assemble(name: string, scheme: Scheme, { envelope: read, own, base }: Parts): Result<AnswersFile, string[]> {
  if (read.scheme !== scheme.id) return fail([`${name}: is for the scheme “${read.scheme}”, not “${scheme.id}”.`]);
  const usual = { title: scheme.title, marking: scheme.pack.marking, strand: "", answers: {}, ...base?.bid };
  const { title = usual.title, marking = usual.marking, strand = usual.strand } = read;
  if (!scheme.strands.some((one) => one.id === strand)) {
    const strands = scheme.strands.map((one) => one.id).join(", ");
    return fail([`${name}: “${strand}” is no strand of the scheme. The strands are ${strands}.`]);
  }
  const answers: Record<string, unknown> = { ...usual.answers, ...own };
  for (const id of read.without) delete answers[id];
  const bid = { title, scheme: { id: scheme.id, version: scheme.version }, strand, marking, answers };
  return ok({ bid, about: read.about, expected: read.expected });
}

/** Writes a bid as YAML that a person can read, change and import again. Attached files are named by their hashes. */
export function writeAnswersFile(bid: Bid, scheme: Scheme): string {
  const held = answersUnder(scheme, bid.answers);
  const answers = Object.fromEntries(
    questionsOf(scheme).flatMap((question) => {
      const written = writeWritten(question, held[question.id]);
      return written === undefined ? [] : [[question.id, written] as const];
    }),
  );
  const { id, title, strand, marking } = { id: scheme.id, title: bid.title, strand: bid.strand, marking: bid.marking };
  const content = { bidwright: formatLine, scheme: id, strand, title, marking, answers };
  return stringify(content, { lineWidth: 110, blockQuote: "literal", schema: "core" });
}
