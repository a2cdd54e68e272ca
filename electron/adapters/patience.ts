import { setTimeout as pause } from "node:timers/promises";
import { codeOf } from "./computer.ts";

const heldByAnother = new Set(["EPERM", "EBUSY", "EACCES"]);

/**
 * Does something again while another program holds the file or folder: a scanner, a preview.
 *
 * @param delays how long to wait before each new try, in milliseconds
 */
export async function patiently<T>(work: () => Promise<T>, delays: readonly number[]): Promise<T> {
  for (const delay of delays) {
    try {
      return await work();
    } catch (fault) {
      if (!heldByAnother.has(codeOf(fault))) throw fault;
      await pause(delay);
    }
  }
  return work();
}
