import * as fs from "node:fs/promises";
import { zipSync } from "fflate";
import type { Disk } from "../../electron/adapters/save-file.ts";

/** A part of two hundred megabytes of nothing, in a file of two hundred kilobytes. */
export function deflateBomb(): Uint8Array {
  return zipSync({ "bid.json": new Uint8Array(200 * 1024 * 1024) }, { level: 9 });
}

/** Texts of nearly two megabytes, or of a hundred thousand lines, each with its name. None of them is a scheme. */
export const longYaml: [name: string, text: string][] = [
  ["thousands of levels", Array.from({ length: 1900 }, (_, index) => `${" ".repeat(index)}a:`).join("\n")],
  ["a bracket that closes nothing, a million times", "}\n".repeat(900_000)],
  ["a list with nothing in it, a million times", `[${",".repeat(1_900_000)}]`],
  ["the same name a hundred thousand times", "a: 1\n".repeat(100_000)],
  ["a hundred thousand names", Array.from({ length: 100_000 }, (_, index) => `k${index}: 1`).join("\n")],
];

/** Rules of a scheme with conditions on lines within conditions on lines, each of which multiplies the work. */
export function nestedConditions(rules: string): string {
  const nest = (depth: number): string =>
    depth === 0 ? "{ answered: costs }" : `{ value: { count: { in: costs, where: ${nest(depth - 1)} } }, at-least: 1 }`;
  return rules.replace(/applies: .*/, `applies: ${nest(15)}`);
}

/** A disk on which a scanner holds each file through its first tries to rename. */
export function heldDisk(refusals: number): Disk & { tries(): number } {
  let tries = 0;
  return {
    ...fs,
    rename: async (from, to) => {
      tries += 1;
      if (tries <= refusals) throw Object.assign(new Error("held"), { code: "EPERM" });
      await fs.rename(from, to);
    },
    tries: () => tries,
  };
}
