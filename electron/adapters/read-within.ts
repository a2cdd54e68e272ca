import { open } from "node:fs/promises";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf } from "./computer.ts";
import { readFault } from "./file-faults.ts";

const megabyte = 1024 * 1024;

/** No bid file is larger: one has to go by e-mail. In bytes. */
export const largestFile = 50 * megabyte;

/**
 * Reads a file once, and no more of it than a bid file may be.
 *
 * @returns the bytes, or what is wrong, as the end of a sentence about the file
 */
export async function readWithin(file: string): Promise<Result<Uint8Array, string>> {
  try {
    const handle = await open(file, "r");
    try {
      const found = await handle.stat();
      if (!found.isFile()) return fail("is not a file. Choose a file that ends in .bid.");
      if (found.size > largestFile) {
        return fail(`is too large for a bid file (${Math.ceil(found.size / megabyte)} MB; 50 MB is the most).`);
      }
      return ok(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (fault) {
    return fail(readFault(codeOf(fault)));
  }
}
