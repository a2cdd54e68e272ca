import type { Contract, AskOf, ReplyOf, Transport } from "./define.ts";

export type Client<C extends Contract> = { [Name in keyof C]: (input: AskOf<C[Name]>) => Promise<ReplyOf<C[Name]>> };

/** One typed function for each operation, over any transport. */
export function createClient<C extends Contract>(contract: C, transport: Transport): Client<C> {
  const calls = Object.keys(contract).map((name) => [name, (input: unknown) => transport(name, input)]);
  return Object.fromEntries(calls) as Client<C>;
}
