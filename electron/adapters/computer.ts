import { readFileSync } from "node:fs";
import os from "node:os";
import { sha256 } from "./hash.ts";

/** What others see of this computer. */
export const computerName = os.hostname();

/** The computer in a file name, so that on a shared drive nobody takes another's file for left over. */
export const hereCode = sha256(computerName).slice(0, 8);

/** A process of this computer by its number, and by a mark that tells it from a later one of the same number. */
export interface KnownProcess {
  id: number;
  /** Undefined where the system does not say when a process began. */
  mark?: string | undefined;
}

export const thisProcess: KnownProcess = { id: process.pid, mark: markOf(process.pid) };

/** How a process stands in a file name: `4711.1f2e3d4c`, or its number alone. */
export const processPattern = String.raw`\d+(?:\.[0-9a-f]{8})?`;

export function processName({ id, mark }: KnownProcess): string {
  return mark === undefined ? String(id) : `${id}.${mark}`;
}

/** @param name as it stands in a file name */
export function processNamed(name = ""): KnownProcess {
  const [id, mark] = name.split(".");
  return { id: Number(id), mark };
}

/** Numbers of processes are given again, most of all after the computer was started anew. */
function markOf(id: number): string | undefined {
  try {
    const start = readFileSync("/proc/sys/kernel/random/boot_id", "utf8");
    const facts = readFileSync(`/proc/${id}/stat`, "utf8");
    // Behind the name of the program, which can hold anything: when it began is the twentieth.
    const began = facts.slice(facts.lastIndexOf(")") + 2).split(" ")[19] ?? "";
    return sha256(`${start} ${began}`).slice(0, 8);
  } catch {
    return undefined;
  }
}

/** Whether a process of this computer is still there. One of another user is. */
export function isRunning({ id, mark }: KnownProcess): boolean {
  if (!isThere(id)) return false;
  const now = mark === undefined ? undefined : markOf(id);
  return now === undefined || now === mark;
}

function isThere(id: number): boolean {
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
