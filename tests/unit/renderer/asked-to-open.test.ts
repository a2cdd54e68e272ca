import { expect, test } from "vitest";
import { listenForAsked } from "../../../renderer/app/asked-to-open.ts";
import type { PlaceView } from "../../../src/contract/views.ts";
import { fail, ok } from "../../../src/shared/result.ts";

const place = (token: string): PlaceView => ({ token, label: `${token}.bid`, folder: "Bids" });
const moment = () => new Promise((resolve) => setImmediate(resolve));

/** A machine that answers when told to. */
function machine() {
  const waiting: ((place: PlaceView | null) => void)[] = [];
  const api = {
    askedToOpen: async () => ok(await new Promise<PlaceView | null>((resolve) => waiting.push(resolve))),
  };
  const answer = async (given: PlaceView | null) => {
    waiting.shift()?.(given);
    await moment();
  };
  return { api, answer, waiting };
}

test("a file that was double-clicked is held until something is done about it", async () => {
  const { api, answer } = machine();
  const asking = listenForAsked(api);
  const seen: (string | undefined)[] = [];
  const stop = asking.subscribe(() => seen.push(asking.current()?.token));
  expect(asking.current()).toBeUndefined();
  await answer(place("one"));
  asking.done();
  await answer(place("two"));
  await answer(place("three"));
  expect(seen).toEqual(["one", undefined, "two", "three"]);
  stop();
  asking.done();
  expect([asking.current(), seen.length]).toEqual([undefined, 4]);
});

test("the window stops asking where nothing can come, or nobody answers", async () => {
  const { api, answer, waiting } = machine();
  const asking = listenForAsked(api);
  await answer(null);
  expect([asking.current(), waiting.length]).toEqual([undefined, 0]);
  let calls = 0;
  const away = listenForAsked({
    askedToOpen: async () => {
      calls += 1;
      return fail({ code: "internal", message: "Bidwright cannot be reached." });
    },
  });
  await moment();
  expect([away.current(), calls]).toEqual([undefined, 1]);
});
