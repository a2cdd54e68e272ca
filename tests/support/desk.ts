import path from "node:path";
import { runCommand } from "../../electron/cli/program.ts";
import { createPorts } from "../../electron/ports.ts";
import type { Bid } from "../../src/bids/bid-schema.ts";
import type { Edit } from "../../src/bids/edit.ts";
import { createClient, type Client } from "../../src/contract/client.ts";
import { contract, type AppContract } from "../../src/contract/contract.ts";
import type { OpenBid } from "../../src/contract/open-bid.ts";
import { createDispatcher } from "../../src/contract/dispatcher.ts";
import { createHandlers } from "../../src/services/handlers.ts";
import { beginStored } from "../../src/services/bid-sessions.ts";
import type { Result } from "../../src/shared/result.ts";
import { projectRoot } from "./bidwright.ts";

export interface Ended {
  code: number;
  out: string;
  err: string;
}

/** One person at one computer, with a folder of bids on a real disk. */
export interface Desk {
  /** Runs a command as this person would type it in the folder of bids. */
  bid(...words: string[]): Promise<Ended>;
  /** Makes a file of a bid whose history begins now. */
  begin(name: string, bid: Bid): Promise<void>;
  /** Opens a file in the app, does each of these as a change of its own, and saves. */
  edit(name: string, ...edits: Edit[]): Promise<void>;
  /** Types into a file whose computer stops before anything is saved. */
  typeAndCrash(name: string, ...edits: Edit[]): Promise<void>;
  client(): Client<AppContract>;
  token(name: string): string;
}

/** @param clock what the computer takes for now; it moves on a minute with every change */
export function deskOf(person: string, folder: string, clock: { now: Date }): Desk {
  const at = (name: string) => path.join(folder, name);
  const ports = {
    ...createPorts({
      folders: { app: projectRoot, data: path.join(folder, `data of ${person}`), bids: folder },
      startWorker: () => {
        throw new Error("No documents are made here");
      },
      openPath: async () => false,
    }),
    person: { name: async () => person, computer: `PC of ${person}` },
    clock: { now: () => clock.now, after: () => undefined },
  };
  const client = () =>
    createClient(
      contract,
      createDispatcher(contract, createHandlers(ports), (name, fault) => {
        throw new Error(`${name}: ${String(fault)}`);
      }),
    );
  const token = (name: string) => ports.places.file(at(name)).token;
  const type = async (app: Client<AppContract>, { bid }: OpenBid, edits: readonly Edit[]) => {
    for (const edit of edits) {
      clock.now = new Date(clock.now.getTime() + 60_000);
      await done(app.edit({ bid: bid.id, edits: [edit] }));
    }
  };
  return {
    client,
    token,
    bid: async (...words) => {
      const said = { out: "", err: "" };
      const print = { out: (text: string) => void (said.out += text), err: (text: string) => void (said.err += text) };
      const files = words.map((word) => (word.endsWith(".bid") || word.endsWith(".yaml") ? at(word) : word));
      return { code: await runCommand(ports, files, print), ...said };
    },
    begin: async (name, bid) => {
      await done(ports.bidFiles.write(token(name), await beginStored(ports, bid), undefined));
    },
    edit: async (name, ...edits) => {
      const app = client();
      const open = await done(app.openBid({ token: token(name) }));
      await type(app, open, edits);
      await done(app.closeBid({ bid: open.bid.id }));
    },
    typeAndCrash: async (name, ...edits) => {
      const app = client();
      const open = await done(app.openBid({ token: token(name) }));
      await type(app, open, edits);
      await ports.locks.release(token(name));
    },
  };
}

/** What came of it; what went wrong fails the test with its message. */
export async function done<T>(reply: Promise<Result<T, { message: string }>>): Promise<T> {
  const result = await reply;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
