interface Counts {
  passed: number;
  /** Each with its name and how its fault begins. */
  failures: string[];
  skipped: string[];
}
export function vitestCounts(report: object | undefined, exitCode: number): Counts;
export function playwrightCounts(report: object | undefined, exitCode: number): Counts;
