import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import path from "node:path";
import { parse } from "yaml";
import { createPorts } from "../../../electron/ports.ts";
import { makeReady } from "../../../electron/ready-app.ts";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import type { WaitingWork } from "../../../src/services/ports.ts";
import type { Result } from "../../../src/shared/result.ts";

const scheme = "project-outline";
/** The question whose answer counts the edits, in pence. */
const counted = "award-requested";

/**
 * The app with one council and one scheme, of which only the tables and figures are left, read by the build: a process
 * that is killed at once should not spend its life reading.
 */
export async function writeSmallApp(templates: string, app: string): Promise<void> {
  const small = path.join(app, "templates");
  const change = (name: string, shorter: (text: string) => string) => {
    const to = path.join(small, name);
    mkdirSync(path.dirname(to), { recursive: true });
    writeFileSync(to, shorter(readFileSync(path.join(templates, name), "utf8")));
  };
  for (const name of ["discount-rates", "deflators", "unit-costs", "bank-holidays"]) {
    change(`shared/${name}.yaml`, (text) => text);
  }
  change("shared/authorities.yaml", (text) => text.split(/^(?= {2}- )/m, 2).join(""));
  const inScheme = (name: string) => `schemes/${scheme}/${name}`;
  change(inScheme("appraisal.yaml"), (text) => text);
  change(inScheme("pack.yaml"), (text) => text);
  change(inScheme("scheme.yaml"), (text) => {
    const { context: _, ...read } = parse(text) as Record<string, unknown>;
    return JSON.stringify({ ...read, sections: ["the-money"], "not-published": [] });
  });
  change(inScheme("rules.yaml"), () => JSON.stringify({ rules: [] }));
  change(inScheme("form/the-money.yaml"), (text) => JSON.stringify(parse(text, withoutGuidance)));
  await makeReady(app);
}

function withoutGuidance(key: unknown, value: unknown): unknown {
  return key === "guidance" || key === "hint" ? undefined : value;
}

/** How many times as fast as on the wall the clock goes by which the file is written a moment after the typing. */
const hurry = 100;

/** Somebody's app, put together as the loopback server does it. */
export interface TypingApp {
  client: Client<AppContract>;
  /** Reads what every bid needs, so that opening one takes no longer than in an app that has run for a while. */
  warmUp(): Promise<void>;
  token(file: string): string;
  /** Makes a bid in a folder, which is closed again. @returns its file */
  begin(folder: string, title: string): Promise<string>;
  /** Opens a bid, with all that comes back. @returns its id, and what it counts */
  open(file: string): Promise<{ bid: string; typed: number; cameBack: boolean }>;
  /** Resolves when the edit is safe. */
  type(bid: string, count: number): Promise<void>;
  /** The bids whose journal still holds something. */
  waiting(): Promise<WaitingWork[]>;
}

export function typingApp(app: string, data: string): TypingApp {
  const ports = createPorts({
    folders: { app, data, bids: data },
    startWorker: () => {
      throw new Error("No documents are made here");
    },
    openPath: async () => false,
  });
  const clock = { ...ports.clock, after: (wait: number, run: () => void) => ports.clock.after(wait / hurry, run) };
  const fault = (name: string, thrown: unknown) => {
    throw new Error(`${name}: ${String(thrown)}`);
  };
  const client = createClient(contract, createDispatcher(contract, createHandlers({ ...ports, clock }), fault));
  const token = (file: string) => ports.places.file(file).token;
  return {
    client,
    token,
    warmUp: async () => {
      await done(client.scheme({ id: scheme }));
      await Promise.all([ports.authorities.all(), ports.schemes.discountSeries()]);
    },
    begin: async (folder, title) => {
      const at = ports.places.folder(folder).token;
      const { bid, place } = await done(client.newBid({ scheme, strand: "outline", title, folder: at }));
      await done(client.closeBid({ bid: bid.id }));
      return path.join(folder, place.label);
    },
    open: async (file) => {
      const { bid, notices } = await done(client.openBid({ token: token(file) }));
      const cameBack = notices.some(({ kind }) => kind === "recovered");
      return { bid: bid.id, typed: Number(bid.answers[counted] ?? 0), cameBack };
    },
    type: async (bid, count) => {
      const { saved } = await done(client.edit({ bid, edits: [{ do: "answer", question: counted, value: count }] }));
      if (saved.state === "failed") throw new Error(saved.message);
    },
    waiting: () => ports.journals.waiting(),
  };
}

/** What came of it; what went wrong fails the test with its message. */
export async function done<T>(reply: Promise<Result<T, { message: string }>>): Promise<T> {
  const result = await reply;
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}
