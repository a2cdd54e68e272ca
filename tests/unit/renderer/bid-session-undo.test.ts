import { beforeEach, describe, expect, test } from "vitest";
import { createBidSession, type OpenBidSession } from "../../../renderer/app/bid-session.ts";
import { createClient, type Client } from "../../../src/contract/client.ts";
import { contract, type AppContract } from "../../../src/contract/contract.ts";
import { createDispatcher } from "../../../src/contract/dispatcher.ts";
import type { Transport } from "../../../src/contract/define.ts";
import { beginStored } from "../../../src/services/bid-sessions.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { startBid } from "../../support/histories.ts";
import { memoryWorld } from "../../support/memory-ports.ts";

const token = "folder/ours.bid";
let api: Client<AppContract>;
let session: OpenBidSession;
/** Set to run something while a call is on its way. */
let meanwhile: ((name: string) => void) | undefined;
let down = false;

const award = (pounds: number) => session.edit([{ do: "answer", question: "award-requested", value: pounds * 100 }]);
const asked = () => session.state().open.bid.answers["award-requested"];
const undo = () => session.change((bid) => api.undo({ bid }));

async function open(as: "usual" | "read-only"): Promise<void> {
  const world = memoryWorld();
  world.files.set(token, await beginStored(world.ports, startBid));
  const dispatch = createDispatcher(contract, createHandlers(world.ports), () => undefined);
  const transport: Transport = async (name, input) => {
    if (down) return { ok: false, error: { code: "internal", message: "Nobody answers." } };
    const reply = await dispatch(name, input);
    meanwhile?.(name);
    return reply;
  };
  api = createClient(contract, transport);
  const opened = await api.openBid({ token, as });
  if (!opened.ok) throw new Error(opened.error.message);
  session = createBidSession(api, opened.value);
}

beforeEach(async () => {
  meanwhile = undefined;
  down = false;
  await open("usual");
});

describe("taking back in the window", () => {
  test("what was just typed is sent first, so that it is what is taken back", async () => {
    award(1);
    expect(await undo()).toEqual({ ok: true, value: null });
    expect(asked()).toBe(startBid.answers["award-requested"]);
    expect(session.state().open).toMatchObject({ redo: "Took back: Changed “Award asked for”" });
    expect(session.state().open.undo).toBeUndefined();
  });

  test("what could be brought back before is gone once something new is typed", async () => {
    award(1);
    await undo();
    award(2);
    await session.flush();
    expect(session.state().open.redo).toBeUndefined();
    expect(session.state().open.undo).toBe("Changed “Award asked for”");
  });

  test("what is typed while the change is made is kept with it", async () => {
    award(1);
    await session.flush();
    meanwhile = (name) => {
      if (name !== "undo") return;
      meanwhile = undefined;
      session.edit([{ do: "retitle", title: "Typed meanwhile" }]);
    };
    await undo();
    expect(session.state().open.bid.title).toBe("Typed meanwhile");
    expect(asked()).toBe(startBid.answers["award-requested"]);
  });

  test("nothing is changed while what was typed cannot be sent, and that stays to be sent", async () => {
    down = true;
    award(1);
    expect(await undo()).toMatchObject({ ok: false });
    down = false;
    await session.flush();
    expect(asked()).toBe(100);
    expect(session.state().open.undo).toBe("Changed “Award asked for”");
  });
});

test("a bid that can only be read takes no edit in the window either", async () => {
  await open("read-only");
  expect(award(1)).toEqual([]);
  expect(asked()).toBe(startBid.answers["award-requested"]);
});
