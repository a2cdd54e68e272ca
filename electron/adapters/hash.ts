import { hash } from "node:crypto";

/** SHA-256 in hexadecimal; text is taken as UTF-8. */
export function sha256(data: Uint8Array | string): string {
  return hash("sha256", data, "hex");
}
