import { stripVTControlCharacters } from "node:util";

const longestFault = 900;

/** One failure as it is told again at the end of a run: its name, and how its fault begins. */
function told(name, fault = "") {
  const plain = stripVTControlCharacters(fault).slice(0, longestFault).trim();
  return [name, ...plain.split("\n").filter((line) => line.trim() !== "")].join("\n      ");
}

/** What was counted is told; a run that ended badly without a failure of its own is told as one. */
function counted(passed, failures, skipped, exitCode, name) {
  const all = failures.length === 0 && exitCode !== 0 ? [`${name}: ended with ${exitCode}`] : failures;
  return { passed, failures: all, skipped };
}

/**
 * What a vitest report says. A file that could not be loaded counts as one failure, and so does a run that ended
 * badly with nothing to show for it.
 */
export function vitestCounts(report, exitCode) {
  if (!report) return counted(0, ["vitest: it left no report"], [], exitCode, "vitest");
  const unloaded = report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
  const tests = report.testResults.flatMap((one) => one.assertionResults);
  const failures = [
    ...tests
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages = [] }) => told(fullName, failureMessages.join("\n"))),
    ...unloaded.map(({ name, message }) => told(`${name} could not be loaded`, message)),
  ];
  const skipped = tests.filter(({ status }) => ["skipped", "pending", "todo"].includes(status));
  const names = skipped.map(({ fullName }) => fullName);
  return counted(report.numPassedTests, failures, names, exitCode, "vitest");
}

/** The same of a Playwright report. */
export function playwrightCounts(report, exitCode) {
  if (!report) return counted(0, ["Playwright: it left no report"], [], exitCode, "Playwright");
  const found = specsIn(report.suites);
  const failures = found
    .filter(({ test }) => ["unexpected", "flaky"].includes(test.status))
    .map(({ title, test }) => told(title, test.results?.find(({ error }) => error)?.error.message));
  const skipped = found
    .filter(({ test }) => test.status === "skipped")
    .map(({ title, test }) => [title, ...reasons(test)].join(": "));
  return counted(report.stats.expected, failures, skipped, exitCode, "Playwright");
}

const specsIn = (suites) =>
  suites.flatMap((suite) => [
    ...specsIn(suite.suites ?? []),
    ...(suite.specs ?? []).flatMap(({ title, tests }) => tests.map((test) => ({ title, test }))),
  ]);

const reasons = ({ annotations }) =>
  annotations.flatMap(({ type, description }) => (type === "skip" && description ? [description] : []));
