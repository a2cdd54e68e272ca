import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import path from "node:path";
import { afterAll, afterEach, beforeAll, beforeEach, expect } from "vitest";
import type { Edit } from "../../src/bids/edit.ts";
import type { HistoryItem } from "../../src/contract/views.ts";
import { deskOf, type Desk, type Ended } from "./desk.ts";
import { longAnswer, startBid } from "./histories.ts";

/** Two people who share a folder with one bid in it, `ours.bid`, begun at ten o'clock on 1 June 2013. */
export interface Office {
  folder: string;
  priya: Desk;
  dana: Desk;
  clock: { now: Date };
  at(name: string): string;
  close(): void;
}

async function openOffice(): Promise<Office> {
  const folder = mkdtempSync(path.join(tmpdir(), "bidwright-office-"));
  const clock = { now: new Date("2013-06-01T09:00:00Z") };
  const [priya, dana] = [deskOf("Priya", folder, clock), deskOf("Dana", folder, clock)];
  await priya.begin("ours.bid", startBid);
  const close = () => rmSync(folder, { recursive: true, force: true });
  return { folder, priya, dana, clock, at: (name) => path.join(folder, name), close };
}

/** An office of its own for each test of a file. */
export function useOffice(): Office {
  const office = {} as Office;
  beforeEach(async () => void Object.assign(office, await openOffice()));
  afterEach(() => office.close());
  return office;
}

/** The clock on the wall is an hour ahead of UTC in June. */
export function useLondonTime(): void {
  const zone = process.env.TZ;
  beforeAll(() => {
    process.env.TZ = "Europe/London";
  });
  afterAll(() => {
    if (zone === undefined) delete process.env.TZ;
    else process.env.TZ = zone;
  });
}

export const award = (pounds: number): Edit => ({ do: "answer", question: "award-requested", value: pounds * 100 });
export const title = (text: string): Edit => ({ do: "retitle", title: text });
export const summary = (...sentences: string[]): Edit => {
  return { do: "answer", question: "summary", value: longAnswer([sentences]) };
};
export const cost = (pounds: number): Edit => {
  return { do: "cell", question: "costs", row: "r2", column: "amounts", value: { "2013-14": pounds * 100 } };
};

/** What `history --json` prints. */
export interface History {
  waiting: number;
  entries: HistoryItem[];
}

export const json = <T>({ out }: Ended) => JSON.parse(out) as T;

/** What a command that could not be done says: on standard error alone, with no trace of the program. */
export function faultOf({ code, out, err }: Ended): string {
  expect([code, out]).toEqual([2, ""]);
  expect(err).not.toMatch(/\n\s+at |node:|Error:/);
  return err;
}
