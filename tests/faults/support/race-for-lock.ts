// Run by lock-races.test.ts: takes a lock at the moment it is told to, says whether it got it, and lets it go when told.
import readline from "node:readline";
import path from "node:path";
import { locksBeside } from "../../../electron/adapters/locks.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";

interface Told {
  file: string;
  /** When to begin, in milliseconds of the computer's clock. */
  at: number;
  takeOver: boolean;
}

async function race({ file, at, takeOver }: Told): Promise<boolean> {
  const places = createPlaces(path.dirname(file));
  const locks = locksBeside(places);
  const { token } = places.file(file);
  // Two processes that wait for a timer do not begin together.
  while (Date.now() < at);
  const outcome = await locks.take(token, { who: `Process ${process.pid}`, takeOver });
  return outcome.taken && (await locks.renew(token)).held;
}

readline.createInterface({ input: process.stdin }).on("line", (line) => {
  void race(JSON.parse(line) as Told).then((won) => process.stdout.write(`${won}\n`));
});
