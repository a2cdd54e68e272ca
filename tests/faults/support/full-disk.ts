// Run by full-disk.test.ts in a namespace of its own: saves onto disks of every size from too small to ample.
import { execFileSync } from "node:child_process";
import { createHash, randomFillSync } from "node:crypto";
import { readdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { saveFile } from "../../../electron/adapters/save-file.ts";

const [place = ""] = process.argv.slice(2);
const kilobyte = 1024;
const oldBytes = randomFillSync(new Uint8Array(60 * kilobyte));
const newBytes = randomFillSync(new Uint8Array(300 * kilobyte));
const hash = (bytes: Uint8Array) => createHash("sha256").update(bytes).digest("hex");

const results: { size: number; outcome: string; kept: "old" | "new" | "damaged"; left: number }[] = [];
for (let size = 64; size <= 64 + 300 + 64; size += 4) {
  execFileSync("mount", ["-t", "tmpfs", "-o", `size=${size}k`, "tmpfs", place]);
  try {
    const file = path.join(place, "Ours.bid");
    writeFileSync(file, oldBytes);
    const saved = await saveFile(file, newBytes);
    const found = hash(readFileSync(file));
    const kept = found === hash(oldBytes) ? "old" : found === hash(newBytes) ? "new" : "damaged";
    results.push({ size, outcome: saved.ok ? "saved" : saved.error.code, kept, left: readdirSync(place).length - 1 });
  } finally {
    execFileSync("umount", [place]);
  }
}
process.stdout.write(JSON.stringify(results));
