import type { Edit } from "../../src/bids/edit.ts";
import { createClient, type Client } from "../../src/contract/client.ts";
import { contract, type AppContract } from "../../src/contract/contract.ts";
import { createDispatcher } from "../../src/contract/dispatcher.ts";
import { createHandlers } from "../../src/services/handlers.ts";
import type { Result } from "../../src/shared/result.ts";
import { longAnswer } from "./histories.ts";
import { memoryWorld, type MemoryWorld } from "./memory-ports.ts";

export const award = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });
export const summary = (...sentences: string[]): Edit => ({
  do: "answer",
  question: "summary",
  value: longAnswer(sentences.map((one) => [one])),
});

/** The app as it starts over what is kept in a world. */
export function clientOf({ ports }: MemoryWorld): Client<AppContract> {
  const fail = (name: string, fault: unknown) => {
    throw new Error(`${name}: ${String(fault)}`);
  };
  return createClient(contract, createDispatcher(contract, createHandlers(ports), fail));
}

export async function value<T>(reply: Promise<Result<T, { message: string }>>): Promise<T> {
  const result = await reply;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** Dana's copy of the file, with changes of hers, put under a name. */
export async function copyOf(world: MemoryWorld, name: string, edits: readonly Edit[]): Promise<void> {
  const other = memoryWorld();
  Object.assign(other.ports, { person: { name: async () => "Dana", computer: "PC-2" } });
  const given = world.files.get("folder/ours.bid");
  if (!given) throw new Error("There is nothing to copy");
  other.files.set(name, structuredClone(given));
  const theirs = clientOf(other);
  const opened = await value(theirs.openBid({ token: name }));
  if (edits.length > 0) await value(theirs.edit({ bid: opened.bid.id, edits: [...edits] }));
  await value(theirs.save({ bid: opened.bid.id }));
  const saved = other.files.get(name);
  if (saved) world.files.set(name, saved);
}
