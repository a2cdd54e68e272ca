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
  return readLimited(file, largestFile, { what: "a bid file", choose: "a file that ends in .bid" });
}

/** The same for a zip that holds a scheme. */
export async function readZipFile(file: string, limit: number): Promise<Result<Uint8Array, string>> {
  return readLimited(file, limit, { what: "a scheme", choose: "a folder, or a file that ends in .zip" });
}

async function readLimited(
  file: string,
  limit: number,
  { what, choose }: { what: string; choose: string },
): Promise<Result<Uint8Array, string>> {
  try {
    const handle = await open(file, "r");
    try {
      const found = await handle.stat();
      if (!found.isFile()) return fail(`is not a file. Choose ${choose}.`);
      if (found.size > limit) {
        const [size, most] = [Math.ceil(found.size / megabyte), limit / megabyte];
        return fail(`is too large for ${what} (${size} MB; ${most} MB is the most).`);
      }
      return ok(new Uint8Array(await handle.readFile()));
    } finally {
      await handle.close();
    }
  } catch (fault) {
    return fail(readFault(codeOf(fault)));
  }
}
