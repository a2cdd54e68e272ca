import { access } from "node:fs/promises";

/** Whether a file or folder is there and can be reached. */
export async function isThere(place: string): Promise<boolean> {
  return access(place).then(
    () => true,
    () => false,
  );
}
