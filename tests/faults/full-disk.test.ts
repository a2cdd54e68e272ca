import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { describe, expect, test } from "vitest";

const canMount = spawnSync("unshare", ["-Urm", "true"]).status === 0;

describe.skipIf(!canMount)("a disk that fills, tried at every size (needs Linux namespaces)", () => {
  test("never costs the old file, and is never called saved when it was not", () => {
    const place = mkdtempSync(path.join(tmpdir(), "bidwright-full-"));
    const script = path.join(import.meta.dirname, "support/full-disk.ts");
    const run = spawnSync(
      "unshare",
      ["-Urm", process.execPath, "--disable-warning=ExperimentalWarning", script, place],
      {
        encoding: "utf8",
      },
    );
    rmSync(place, { recursive: true });
    expect(run.stderr).toBe("");
    const results = JSON.parse(run.stdout) as { size: number; outcome: string; kept: string; left: number }[];
    expect(results).toHaveLength(92);
    for (const { size, outcome, kept, left } of results) {
      const whole = size >= 60 + 300;
      expect({ size, outcome, kept, left }).toEqual({
        size,
        outcome: whole ? "saved" : "ENOSPC",
        kept: whole ? "new" : "old",
        left: 0,
      });
    }
  });
});
