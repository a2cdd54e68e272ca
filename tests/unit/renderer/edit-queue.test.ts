import { describe, expect, test, vi } from "vitest";
import { createEditQueue } from "../../../renderer/app/edit-queue.ts";
import type { Edit } from "../../../src/bids/edit.ts";
import { eventually } from "../../support/eventually.ts";

const answer = (question: string, value: unknown): Edit => ({ do: "answer", question, value });

/** Takes every batch, or refuses while `down` is set. */
function recorder() {
  const sent: Edit[][] = [];
  const state = { down: false };
  const send = async (edits: Edit[]) => {
    if (state.down) return false;
    sent.push(edits);
    return true;
  };
  return { sent, state, queue: createEditQueue(send) };
}

describe("edits on their way", () => {
  test("typing is gathered, and only the last value of an answer is sent", async () => {
    vi.useFakeTimers();
    const { sent, queue } = recorder();
    for (const text of ["H", "He", "Hel"]) queue.push([answer("summary", text)], "typing");
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(250);
    expect(sent).toEqual([[answer("summary", "Hel")]]);
    vi.useRealTimers();
  });

  test("someone who never stops typing is saved all the same", async () => {
    vi.useFakeTimers();
    const { sent, queue } = recorder();
    for (let key = 0; key < 20; key += 1) {
      queue.push([answer("summary", String(key))], "typing");
      await vi.advanceTimersByTimeAsync(100);
    }
    expect(sent.length).toBeGreaterThanOrEqual(6);
    vi.useRealTimers();
  });

  test("edits to different answers keep their order", async () => {
    const { sent, queue } = recorder();
    queue.push([answer("a", 1), answer("b", 2), answer("a", 3)], "now");
    await queue.flush();
    expect(sent.flat()).toEqual([answer("a", 1), answer("b", 2), answer("a", 3)]);
  });

  test("one call runs at a time, and what comes meanwhile follows it", async () => {
    let release: (taken: boolean) => void = () => undefined;
    const sent: Edit[][] = [];
    const queue = createEditQueue((edits) => {
      sent.push(edits);
      return new Promise((resolve) => {
        release = resolve;
      });
    });
    queue.push([answer("a", 1)], "now");
    queue.push([answer("b", 2)], "now");
    expect(sent).toHaveLength(1);
    release(true);
    await eventually(() => expect(sent).toHaveLength(2));
    release(true);
    expect(sent).toEqual([[answer("a", 1)], [answer("b", 2)]]);
  });

  test("what could not be sent is kept and goes first at the next try", async () => {
    const { sent, state, queue } = recorder();
    state.down = true;
    queue.push([answer("a", 1)], "now");
    await queue.flush();
    expect(sent).toEqual([]);
    state.down = false;
    queue.push([answer("b", 2)], "now");
    await queue.flush();
    expect(sent.flat()).toEqual([answer("a", 1), answer("b", 2)]);
  });
});
