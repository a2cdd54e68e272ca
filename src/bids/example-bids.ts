import type { SchemeFiles } from "../schemes/scheme-files.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { Result } from "../shared/result.ts";
import { readAnswersFile, type AnswersFile, type Expectation } from "./answers-file.ts";
import { assess, type Reference } from "./assess.ts";
import type { Bid } from "./bid-schema.ts";

const folder = "examples/";

/** The names of the example bids in a scheme folder, without folder and ending. */
export function exampleBidNames(files: SchemeFiles): string[] {
  return [...files.keys()]
    .filter((name) => name.startsWith(folder) && name.endsWith(".yaml"))
    .map((name) => name.slice(folder.length, -".yaml".length))
    .toSorted();
}

/** One example bid of a scheme folder, with what a check is stated to find. */
export function exampleBid(
  scheme: Scheme,
  files: SchemeFiles,
  name: string,
): Result<AnswersFile & { bid: Bid }, string[]> {
  const at = (wanted: string) => files.get(`${folder}${wanted}.yaml`);
  const read = readAnswersFile({ name: `${folder}${name}.yaml`, text: at(name) ?? "" }, scheme, at);
  if (!read.ok) return read;
  return { ok: true, value: { ...read.value, bid: { id: `example-${name}`, ...read.value.bid } } };
}

/** Where an example bid gives anything but what it states, in plain sentences; none means all is as stated. */
export function exampleBidFaults(scheme: Scheme, files: SchemeFiles, reference: Reference): string[] {
  return exampleBidNames(files).flatMap((name) => {
    const read = exampleBid(scheme, files, name);
    if (!read.ok) return read.error;
    const { bid, expected } = read.value;
    const where = `${folder}${name}.yaml`;
    if (!expected) return [`${where}: says nothing of what a check must find. Add “expected”.`];
    return differences(expected, assess(scheme, bid, reference).check).map((one) => `${where}: ${one}`);
  });
}

type Found = ReturnType<typeof assess>["check"];

function differences(expected: Expectation, { ready, findings }: Found): string[] {
  const stated = new Set(expected.findings.map(({ id }) => id));
  const others = findings.filter(({ id }) => !stated.has(id));
  return [
    ...(expected.ready === ready ? [] : [`states ready: ${expected.ready}, but it is ${ready}.`]),
    ...expected.findings.flatMap((one) => differenceOf(one, findings)),
    ...others.map(({ id, severity, outcome, working }) => {
      return `does not state the finding ${id} (${severity}, ${outcome}). Change the bid, or state it under “findings”: ${working}`;
    }),
  ];
}

function differenceOf(stated: Expectation["findings"][number], findings: Found["findings"]): string[] {
  const { id, severity, outcome, fix = "" } = stated;
  const found = findings.find((one) => one.id === id);
  if (!found) return [`states the finding ${id}, which is not made.`];
  if (found.severity !== severity || found.outcome !== outcome) {
    return [`states ${id} as ${severity}, ${outcome}; it is ${found.severity}, ${found.outcome}.`];
  }
  const said = found.fix ?? "";
  return said.includes(fix) ? [] : [`states the fix “${fix}” of ${id}, but it is “${said}”.`];
}
