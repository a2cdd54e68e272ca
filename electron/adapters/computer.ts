import os from "node:os";
import { sha256 } from "./hash.ts";

/** What others see of this computer. */
export const computerName = os.hostname();

/** The computer in a file name, so that on a shared drive nobody takes another's file for left over. */
export const hereCode = sha256(computerName).slice(0, 8);

/** Whether a process of this computer is there. One of another user is. */
export function isRunning(id: number): boolean {
  try {
    process.kill(id, 0);
    return true;
  } catch (fault) {
    return codeOf(fault) === "EPERM";
  }
}

/** The system's own code of a fault. */
export function codeOf(fault: unknown): string {
  return fault instanceof Error && "code" in fault ? String(fault.code) : "UNKNOWN";
}
