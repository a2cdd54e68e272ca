import { makeReady } from "./ready-app.ts";

// Run by the build.
makeReady(process.argv[2] ?? ".").catch((fault: unknown) => {
  process.stderr.write(`${fault instanceof Error ? fault.message : String(fault)}\n`);
  process.exitCode = 1;
});
