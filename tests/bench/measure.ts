/** How long something takes, in milliseconds, over many runs of one process. */
export interface Timing {
  name: string;
  median: number;
  p95: number;
}

const percentile = (sorted: readonly number[], share: number) =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** Runs the work `runs` times after a few runs to warm up. `run` is given the number of the run. */
export async function measure(name: string, runs: number, run: (index: number) => unknown): Promise<Timing> {
  const warm = Math.min(10, runs);
  for (let index = 0; index < warm; index += 1) await run(index);
  const times: number[] = [];
  for (let index = 0; index < runs; index += 1) {
    const start = performance.now();
    await run(warm + index);
    times.push(performance.now() - start);
  }
  const sorted = times.toSorted((a, b) => a - b);
  return { name, median: percentile(sorted, 0.5), p95: percentile(sorted, 0.95) };
}

/** A table for people: each row with its ratio to the first, which is the floor of the same run. */
export function report(timings: readonly Timing[], goals: Readonly<Record<string, number>>): string {
  const floor = timings[0]?.median ?? 1;
  const rows = timings.map(({ name, median, p95 }) => {
    const goal = goals[name];
    const verdict = goal === undefined ? "" : p95 <= goal ? `within ${goal} ms` : `OVER ${goal} ms`;
    return [name, median.toFixed(2), p95.toFixed(2), (median / floor).toFixed(1), verdict];
  });
  const table = [["what", "median ms", "p95 ms", "× floor", "goal"], ...rows];
  const widths = table[0]?.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0))) ?? [];
  return table
    .map((row) =>
      row
        .map((cell, column) => cell.padEnd(widths[column] ?? 0))
        .join("  ")
        .trimEnd(),
    )
    .join("\n");
}
