/**
 * What a vitest report says. A file that could not be loaded counts as one failure, and so does a run that ended
 * badly with nothing to show for it.
 */
export function vitestCounts(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const unloaded = report.testResults.filter((one) => one.status === "failed" && one.assertionResults.length === 0);
  const tests = report.testResults.flatMap((one) => one.assertionResults);
  const failed = report.numFailedTests + unloaded.length;
  return {
    passed: report.numPassedTests,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: tests.filter((one) => ["skipped", "pending", "todo"].includes(one.status)).map((one) => one.fullName),
  };
}

/** The same of a Playwright report. */
export function playwrightCounts(report, exitCode) {
  if (!report) return { passed: 0, failed: 1, skipped: [] };
  const { expected, unexpected, flaky } = report.stats;
  const failed = unexpected + flaky;
  return {
    passed: expected,
    failed: failed === 0 && exitCode !== 0 ? 1 : failed,
    skipped: skippedIn(report.suites),
  };
}

function skippedIn(suites) {
  return suites.flatMap((suite) => [
    ...skippedIn(suite.suites ?? []),
    ...(suite.specs ?? []).flatMap(({ title, tests }) =>
      tests.filter((test) => test.status === "skipped").map((test) => [title, ...reasons(test)].join(": ")),
    ),
  ]);
}

const reasons = ({ annotations }) =>
  annotations.flatMap(({ type, description }) => (type === "skip" && description ? [description] : []));
