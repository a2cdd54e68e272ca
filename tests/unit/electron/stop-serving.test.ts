import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createStop } from "../../../electron/stop-serving.ts";
import type { SaveState } from "../../../src/contract/views.ts";

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

/** The app as it is told to stop, with bids that are saved like this. */
function stopping(...saves: SaveState[]) {
  const said: string[] = [];
  const ended: number[] = [];
  const stop = createStop({
    saveAll: async () => saves,
    say: (sentence) => void said.push(sentence),
    end: async (code) => void ended.push(code),
  });
  return { said, ended, stop };
}

test("the app stops when everything is saved", async () => {
  const { said, ended, stop } = stopping({ state: "saved" });
  await stop();
  expect([said, ended]).toEqual([[], [0]]);
});

test("what this computer keeps is said, and the app stops", async () => {
  const { said, ended, stop } = stopping({ state: "failed", message: "The share is gone." }, { state: "taken-over" });
  await stop();
  expect([said, ended]).toEqual([["The share is gone.", "A bid could not be saved."], [1]]);
});

test("what is kept nowhere keeps the app going, until it is told once more", async () => {
  const notSafe = "What you type is not safe.";
  const { said, ended, stop } = stopping({ state: "changed-elsewhere", message: "Dana changed the file.", notSafe });
  void stop();
  void stop();
  await vi.advanceTimersByTimeAsync(1000);
  expect(ended).toEqual([]);
  expect(said).toEqual([
    "Dana changed the file. What you type is not safe.",
    expect.stringMatching(/^Bidwright goes on, because what was typed would be lost\. /),
    "To stop all the same, and lose it, stop it once more.",
  ]);
  await stop();
  expect(ended).toEqual([1]);
});
