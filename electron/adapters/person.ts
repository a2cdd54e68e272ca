import os from "node:os";
import type { Ports } from "../../src/services/ports.ts";
import { computerName } from "./computer.ts";

/** Who is signed in to this computer. Can be set from outside, for tests and for accounts that are shared. */
export function personHere(environment: NodeJS.ProcessEnv = process.env): Ports["person"] {
  const set = environment.BIDWRIGHT_PERSON?.trim();
  return { name: async () => (set === undefined || set === "" ? accountName() : set), computer: computerName };
}

/** An account without an entry in the system's list has no name. */
function accountName(): string {
  try {
    return os.userInfo().username;
  } catch {
    return "Somebody";
  }
}
