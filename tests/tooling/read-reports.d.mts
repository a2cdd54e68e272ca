interface Counts {
  passed: number;
  failed: number;
  skipped: string[];
}
export function vitestCounts(report: object | undefined, exitCode: number): Counts;
export function playwrightCounts(report: object | undefined, exitCode: number): Counts;
