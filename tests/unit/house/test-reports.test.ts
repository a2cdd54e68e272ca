import { describe, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../../tooling/read-reports.mjs";

const file = (status: string, ...results: string[]) => ({
  status,
  assertionResults: results.map((one) => ({ status: one, fullName: `a ${one} test` })),
});

describe("what the test runner makes of vitest's report", () => {
  const report = (numPassedTests: number, numFailedTests: number, ...testResults: unknown[]) => ({
    numPassedTests,
    numFailedTests,
    testResults,
  });

  test("counts what passed and failed, and names what did not run", () => {
    const read = vitestCounts(report(1, 1, file("failed", "passed", "failed", "skipped")), 1);
    expect(read).toEqual({ passed: 1, failed: 1, skipped: ["a skipped test"] });
  });

  test("counts a file that could not be loaded as a failure", () => {
    expect(vitestCounts(report(1, 0, file("passed", "passed"), file("failed")), 1)).toMatchObject({ failed: 1 });
  });

  test("counts a run that ended badly as a failure, with nothing to show or no report at all", () => {
    expect(vitestCounts(report(3, 0, file("passed", "passed")), 1)).toMatchObject({ passed: 3, failed: 1 });
    expect(vitestCounts(undefined, 0)).toEqual({ passed: 0, failed: 1, skipped: [] });
  });
});

describe("what it makes of Playwright's report", () => {
  const skipped = { status: "skipped", annotations: [{ type: "skip", description: "there is no runtime" }] };
  const suites = [{ suites: [{ specs: [{ title: "opens", tests: [skipped] }] }] }];

  test("counts what went as expected, and names what did not run with the reason", () => {
    const read = playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 0 }, suites }, 0);
    expect(read).toEqual({ passed: 4, failed: 0, skipped: ["opens: there is no runtime"] });
  });

  test("counts a test that passed only when tried again as a failure", () => {
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 1, flaky: 1 }, suites: [] }, 1)).toMatchObject({
      failed: 2,
    });
    expect(playwrightCounts({ stats: { expected: 4, unexpected: 0, flaky: 0 }, suites: [] }, 1)).toMatchObject({
      failed: 1,
    });
    expect(playwrightCounts(undefined, 0)).toMatchObject({ failed: 1 });
  });
});
