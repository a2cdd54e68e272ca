import { vi } from "vitest";

/** Waits until it holds, however slow the machine is. What never comes true fails with its own words. */
export function eventually<T>(holds: () => T): Promise<T> {
  return vi.waitFor(holds, { timeout: 30_000, interval: 20 });
}
