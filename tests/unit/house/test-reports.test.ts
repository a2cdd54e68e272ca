import { describe, expect, test } from "vitest";
import { playwrightCounts, vitestCounts } from "../../tooling/read-reports.mjs";

const file = (status: string, ...results: string[]) => ({
  status,
  name: "tests/bids.test.ts",
  message: "There is no module of that name",
  assertionResults: results.map((one) => ({
    status: one,
    fullName: `a ${one} test`,
    failureMessages: ["\u001B[31mExpected 2\u001B[39m\n\n    at bids.ts:3"],
  })),
});

describe("what the test runner makes of vitest's report", () => {
  const report = (numPassedTests: number, ...testResults: unknown[]) => ({ numPassedTests, testResults });

  test("counts what passed, and names what failed with its fault, and what did not run", () => {
    expect(vitestCounts(report(1, file("failed", "passed", "failed", "skipped")), 1)).toEqual({
      passed: 1,
      failures: ["a failed test\n      Expected 2\n          at bids.ts:3"],
      skipped: ["a skipped test"],
    });
  });

  test("counts a file that could not be loaded as a failure", () => {
    expect(vitestCounts(report(1, file("passed", "passed"), file("failed")), 1).failures).toEqual([
      "tests/bids.test.ts could not be loaded\n      There is no module of that name",
    ]);
  });

  test("counts a run that ended badly as a failure, with nothing to show or no report at all", () => {
    expect(vitestCounts(report(3, file("passed", "passed")), 1)).toMatchObject({
      passed: 3,
      failures: ["vitest: ended with 1"],
    });
    expect(vitestCounts(undefined, 0)).toEqual({ passed: 0, failures: ["vitest: it left no report"], skipped: [] });
  });

  test("tells no more of a long fault than its beginning", () => {
    const long = { ...file("failed", "failed"), assertionResults: [] as object[] };
    long.assertionResults = [{ status: "failed", fullName: "a long one", failureMessages: ["x".repeat(50_000)] }];
    expect(vitestCounts(report(0, long), 1).failures[0]).toMatch(/^a long one\n\s+x{900}$/);
  });
});

describe("what it makes of Playwright's report", () => {
  const suites = (...tests: object[]) => [{ suites: [{ specs: [{ title: "opens", tests }] }] }];
  const stats = { expected: 4 };

  test("counts what went as expected, and names what did not run with the reason", () => {
    const skipped = { status: "skipped", annotations: [{ type: "skip", description: "there is no runtime" }] };
    expect(playwrightCounts({ stats, suites: suites(skipped) }, 0)).toEqual({
      passed: 4,
      failures: [],
      skipped: ["opens: there is no runtime"],
    });
  });

  test("counts a test that passed only when tried again as a failure, and names each with its fault", () => {
    const fault = { status: "flaky", results: [{ error: { message: "No button" } }, {}] };
    const read = playwrightCounts({ stats, suites: suites({ status: "unexpected", results: [] }, fault) }, 1);
    expect(read.failures).toEqual(["opens", "opens\n      No button"]);
  });

  test("counts a run that ended badly as a failure, with nothing to show or no report at all", () => {
    expect(playwrightCounts({ stats, suites: [] }, 1).failures).toEqual(["Playwright: ended with 1"]);
    expect(playwrightCounts(undefined, 0).failures).toEqual(["Playwright: it left no report"]);
  });
});
