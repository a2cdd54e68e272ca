import fc from "fast-check";
import { expect, test } from "vitest";
import type { Bid } from "../../src/bids/bid-schema.ts";
import { rowsOf, type Edit } from "../../src/bids/edit.ts";
import { createClient, type Client } from "../../src/contract/client.ts";
import { contract, type AppContract } from "../../src/contract/contract.ts";
import { createDispatcher } from "../../src/contract/dispatcher.ts";
import { beginStored } from "../../src/services/bid-sessions.ts";
import { createHandlers } from "../../src/services/handlers.ts";
import { emptyBid } from "../support/bids.ts";
import { done } from "../support/desk.ts";
import { memoryWorld, type MemoryWorld } from "../support/memory-ports.ts";
import { longRuns } from "./support/long-runs.ts";

/** The file, and the name under which a colleague's copy of it comes back. */
const [ours, theirs] = ["ours.bid", "theirs.bid"];

/** What the bid must hold, by the plainest means: every state there was, one after the other. */
interface Model {
  /** Those that can still be taken back, the present one last. */
  states: State[];
  undone: State[];
  /** States by the entry of the history after which they stood. */
  points: [string, State][];
  /** What the colleague's copy holds of the question that is theirs. */
  copy: { theirs: unknown } | undefined;
  count: number;
}

type State = Readonly<{ award: unknown; basis: unknown; theirs: unknown; costs: string[] }>;

function stateIn({ answers }: Pick<Bid, "answers">): State {
  const costs = rowsOf({ answers }, "costs").map(({ id, cells }) => `${id}: ${String(cells["description"])}`);
  const at = (question: string) => answers[question] ?? null;
  return { award: at("award-requested"), basis: at("price-basis"), theirs: at("esg-allocation"), costs };
}

/** The app at work: one file, a journal and a colleague at another computer. */
class Office {
  readonly world: MemoryWorld = memoryWorld();
  readonly colleague: MemoryWorld = memoryWorld();
  app: Client<AppContract> = appOver(this.world);

  async begin(): Promise<void> {
    this.world.files.set(ours, await beginStored(this.world.ports, emptyBid()));
    await done(this.app.openBid({ token: ours }));
  }

  /** The app stops as it stands, and is started again. */
  async startAgain(): Promise<void> {
    this.world.stop();
    this.app = appOver(this.world);
    await done(this.app.openBid({ token: ours }));
  }

  async bid(): Promise<Bid> {
    return (await done(this.app.openBid({ token: ours }))).bid;
  }
}

function appOver(world: MemoryWorld): Client<AppContract> {
  const fault = (name: string, what: unknown) => {
    throw new Error(`${name}: ${String(what)}`);
  };
  return createClient(contract, createDispatcher(contract, createHandlers(world.ports), fault));
}

const id = emptyBid().id;
const now = (model: Model): State => model.states.at(-1) as State;

type Step = fc.AsyncCommand<Model, Office>;

/** Does something, and sees that the bid is what the model says. */
function step(
  name: string,
  run: (model: Model, office: Office) => Promise<void>,
  may: (model: Model) => boolean,
): Step {
  return {
    check: may,
    toString: () => name,
    run: async (model, office) => {
      await run(model, office);
      expect(stateIn(await office.bid())).toEqual(now(model));
      const [newest] = await done(office.app.history({ bid: id, limit: 1 }));
      model.points.push([newest?.entry ?? "", now(model)]);
    },
  };
}

const always = () => true;

/** A change that can be taken back. */
function take(model: Model, state: State): void {
  model.states.push(state);
  model.undone = [];
}

async function edit({ app }: Office, one: Edit): Promise<void> {
  await done(app.edit({ bid: id, edits: [one] }));
}

const type = step(
  "types an amount",
  async (model, office) => {
    const value = (model.count += 1) * 100;
    await edit(office, { do: "answer", question: "award-requested", value });
    take(model, { ...now(model), award: value });
  },
  always,
);

const choose = step(
  "changes a choice",
  async (model, office) => {
    const basis = now(model).basis === "real" ? "nominal" : "real";
    await edit(office, { do: "answer", question: "price-basis", value: basis });
    take(model, { ...now(model), basis });
  },
  always,
);

const addLine = step(
  "adds a line",
  async (model, office) => {
    const line = `line-${(model.count += 1)}`;
    await edit(office, { do: "add-row", question: "costs", row: { id: line, cells: { description: line } } });
    take(model, { ...now(model), costs: [...now(model).costs, `${line}: ${line}`] });
  },
  always,
);

const removeLine = (at: number): Step =>
  step(
    `removes line ${at}`,
    async (model, office) => {
      const { costs } = now(model);
      const index = at % costs.length;
      await edit(office, { do: "remove-row", question: "costs", row: costs[index]?.split(":")[0] ?? "" });
      take(model, { ...now(model), costs: costs.toSpliced(index, 1) });
    },
    (model) => now(model).costs.length > 0,
  );

const undo = step(
  "takes back",
  async (model, { app }) => {
    await done(app.undo({ bid: id }));
    model.undone.push(model.states.pop() as State);
  },
  (model) => model.states.length > 1,
);

const redo = step(
  "brings back",
  async (model, { app }) => {
    await done(app.redo({ bid: id }));
    model.states.push(model.undone.pop() as State);
  },
  (model) => model.undone.length > 0,
);

const restore = (at: number): Step =>
  step(
    `puts the amount back to point ${at}`,
    async (model, { app }) => {
      const [entry, then] = model.points[at % model.points.length] as [string, State];
      const reply = await app.restore({ bid: id, entry, question: "award-requested" });
      expect(reply.ok).toBe(then.award !== now(model).award);
      if (reply.ok) take(model, { ...now(model), award: then.award });
    },
    (model) => model.points.length > 0,
  );

const save = step("saves", async (_, { app }) => void (await done(app.save({ bid: id }))), always);
const wait = step("waits", (_, { world }) => world.passTime(), always);
const crash = step("stops at once and starts again", (_, office) => office.startAgain(), always);

const closeAndOpen = step(
  "closes and opens again",
  async (_, office) => {
    await done(office.app.closeBid({ bid: id }));
    await done(office.app.openBid({ token: ours }));
  },
  always,
);

const send = step(
  "sends a copy to a colleague",
  async (model, { app, world, colleague }) => {
    await done(app.save({ bid: id }));
    colleague.journal.clear();
    colleague.files.set(
      theirs,
      structuredClone(world.files.get(ours) as NonNullable<ReturnType<typeof world.files.get>>),
    );
    model.copy = { theirs: now(model).theirs };
  },
  always,
);

const colleagueTypes = step(
  "has a colleague who types in the copy",
  async (model, { colleague }) => {
    const app = appOver(colleague);
    await done(app.openBid({ token: theirs }));
    const value = (model.count += 1) * 100;
    await done(app.edit({ bid: id, edits: [{ do: "answer", question: "esg-allocation", value }] }));
    await done(app.closeBid({ bid: id }));
    model.copy = { theirs: value };
  },
  (model) => model.copy !== undefined,
);

const bringIn = step(
  "brings the colleague's copy in",
  async (model, { app, world, colleague }) => {
    world.files.set(
      theirs,
      structuredClone(colleague.files.get(theirs) as NonNullable<ReturnType<typeof world.files.get>>),
    );
    const brought = await done(app.bringIn({ bid: id, token: theirs }));
    expect(brought.conflicts).toEqual([]);
    const news = model.copy?.theirs !== now(model).theirs;
    if (!news) return;
    // What lies before a merge belongs to two people, and is not taken back.
    Object.assign(model, { states: [{ ...now(model), theirs: model.copy?.theirs }], undone: [] });
  },
  (model) => model.copy !== undefined,
);

const steps = fc.commands(
  [
    ...[type, choose, addLine, undo, redo, save, wait, crash, closeAndOpen, send, colleagueTypes, bringIn].map((one) =>
      fc.constant(one),
    ),
    fc.nat({ max: 99 }).map(removeLine),
    fc.nat({ max: 99 }).map(restore),
  ],
  { maxCommands: 50, size: "max" },
);

test("whatever an officer does one after the other, the bid holds what they did and nothing else", async () => {
  await fc.assert(
    fc.asyncProperty(steps, async (commands) => {
      const office = new Office();
      await office.begin();
      const model: Model = { states: [stateIn(emptyBid())], undone: [], points: [], copy: undefined, count: 0 };
      await fc.asyncModelRun(() => ({ model, real: office }), commands);
    }),
    { numRuns: longRuns(100, 1000) },
  );
}, 600_000);
