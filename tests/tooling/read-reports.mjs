import { stripVTControlCharacters } from "node:util";

const longestFault = 900;

/** One failure as it is told again at the end of a run: its name, and how its fault begins. */
function told(name, fault = "") {
  const plain = stripVTControlCharacters(fault).slice(0, longestFault).trim();
  return [name, ...plain.split("\n").filter((line) => line.trim() !== "")].join("\n      ");
}

/** The failures of a run, or that it ended badly where it has none of its own to show. */
function allFailures(failures, exitCode, program) {
  return failures.length === 0 && exitCode !== 0 ? [`${program}: ended with ${exitCode}`] : failures;
}

/**
 * What a vitest report says. A file that could not be loaded counts as one failure, and so does a run that ended
 * badly with nothing to show for it.
 */
export function vitestCounts(report, exitCode) {
  if (!report) return { passed: 0, failures: ["vitest: it left no report"], skipped: [] };
  const unloaded = report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
  const tests = report.testResults.flatMap((one) => one.assertionResults);
  const failures = [
    ...tests
      .filter(({ status }) => status === "failed")
      .map(({ fullName, failureMessages = [] }) => told(fullName, failureMessages.join("\n"))),
    ...unloaded.map(({ name, message }) => told(`${name} could not be loaded`, message)),
  ];
  const skipped = tests.filter(({ status }) => ["skipped", "pending", "todo"].includes(status));
  return {
    passed: report.numPassedTests,
    failures: allFailures(failures, exitCode, "vitest"),
    skipped: skipped.map(({ fullName }) => fullName),
  };
}

/** The same of a Playwright report. */
export function playwrightCounts(report, exitCode) {
  if (!report) return { passed: 0, failures: ["Playwright: it left no report"], skipped: [] };
  const found = specsIn(report.suites);
  const failures = found
    .filter(({ test }) => ["unexpected", "flaky"].includes(test.status))
    .map(({ title, test }) => told(title, test.results?.find(({ error }) => error)?.error.message));
  const skipped = found
    .filter(({ test }) => test.status === "skipped")
    .map(({ title, test }) => [title, ...reasons(test)].join(": "));
  return { passed: report.stats.expected, failures: allFailures(failures, exitCode, "Playwright"), skipped };
}

const specsIn = (suites) =>
  suites.flatMap((suite) => [
    ...specsIn(suite.suites ?? []),
    ...(suite.specs ?? []).flatMap(({ title, tests }) => tests.map((test) => ({ title, test }))),
  ]);

const reasons = ({ annotations }) =>
  annotations.flatMap(({ type, description }) => (type === "skip" && description ? [description] : []));
