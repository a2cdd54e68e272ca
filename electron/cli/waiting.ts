import type { Log } from "../../src/history/log.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { counted } from "./recovery.ts";

/** How many changes of a bid this computer keeps that are not in its file. */
export async function waitingFor(ports: CommandPorts, bid: string, { entries }: Log): Promise<number> {
  const kept = await ports.journals.read(bid);
  return kept.entries.filter((one) => !entries.has(one.id)).length;
}

/** One sentence where anything waits. */
export function waitingInWords(count: number, where = "the file does not hold"): string[] {
  if (count === 0) return [];
  const what = `This computer keeps ${counted(count, "change", "changes")} of this bid that ${where}`;
  return [`${what}: open it in the app, or recover it, to have ${count === 1 ? "it" : "them"} back.`];
}
