import { describe, expect, test } from "vitest";
import type { Rule } from "../../../src/rules/rule.ts";
import { createHandlers } from "../../../src/services/handlers.ts";
import { memoryWorld } from "../../support/memory-ports.ts";

const ours: Rule = {
  id: "council-within-reserve",
  register: "Council",
  says: "A bid asks for no more than £100,000.",
  severity: "warning",
  sources: [{ document: "council-cabinet", confidence: "primary" }],
  about: "award-requested",
  test: { value: { field: "award-requested" }, "at-most": 100_000 },
  examples: [
    { name: "on it", given: { "award-requested": 100_000 }, expect: "met" },
    { name: "over", given: { "award-requested": 100_001 }, expect: "not met" },
    { name: "nothing", given: {}, expect: "cannot tell" },
  ],
};
const document = { id: "council-cabinet", title: "Cabinet report" };

async function bidOpen() {
  const world = memoryWorld();
  const handlers = createHandlers(world.ports);
  const made = await handlers.newBid({
    scheme: "tca-2013-14",
    strand: "limited-sharing",
    title: "Ours",
    folder: "folder",
  });
  if (!made.ok) throw new Error(made.error.message);
  const bid = made.value.bid.id;
  await handlers.edit({ bid, edits: [{ do: "answer", question: "award-requested", value: 200_000_00 }] });
  return { world, handlers, bid };
}

describe("a rule of the council’s own", () => {
  test("is judged at once in the bid that is open, and shown with its source", async () => {
    const { handlers, bid } = await bidOpen();
    const saved = await handlers.saveCouncilRule({ bid, rule: ours, document });
    expect(saved.ok && saved.value.scheme.council?.rules).toEqual(["council-within-reserve"]);
    const found = saved.ok && saved.value.open.check.findings.find((one) => one.id === "rule:council-within-reserve");
    expect(found).toMatchObject({
      outcome: "not met",
      severity: "warning",
      fix: expect.stringContaining("£100,000") as string,
    });
  });

  test("is there in the next bid as well, and gone when it is removed", async () => {
    const { handlers, bid } = await bidOpen();
    await handlers.saveCouncilRule({ bid, rule: ours, document });
    const scheme = await handlers.scheme({ id: "tca-2013-14" });
    expect(scheme.ok && scheme.value.rules.map((one) => one.id)).toContain(ours.id);
    const removed = await handlers.removeCouncilRule({ bid, rule: ours.id });
    expect(removed.ok && removed.value.open.check.rules.some((one) => one.rule === ours.id)).toBe(false);
  });

  test("is refused while an example gives another result, and nothing is kept of it", async () => {
    const { handlers, bid } = await bidOpen();
    const wrong: Rule = { ...ours, test: { value: { field: "award-requested" }, "at-most": 90_000 } };
    const refused = await handlers.saveCouncilRule({ bid, rule: wrong, document });
    expect(refused).toMatchObject({ ok: false, error: { code: "rule-refused" } });
    expect(!refused.ok && refused.error.message).toContain("expected met, but it is not met");
    const scheme = await handlers.scheme({ id: "tca-2013-14" });
    expect(scheme.ok && scheme.value.council).toBeUndefined();
  });

  test("is refused where it could never hold together with one of the scheme’s", async () => {
    const { handlers, bid } = await bidOpen();
    const never: Rule = {
      ...ours,
      applies: { field: "strand", is: "limited-sharing" },
      test: { value: { field: "award-requested" }, "at-least": 600_000 },
      examples: [
        { name: "on it", given: { strand: "limited-sharing", "award-requested": 600_000 }, expect: "met" },
        { name: "under", given: { strand: "limited-sharing", "award-requested": 599_999 }, expect: "not met" },
        { name: "nothing", given: { strand: "limited-sharing" }, expect: "cannot tell" },
        { name: "another", given: { strand: "esg-top-up" }, expect: "does not apply" },
      ],
    };
    const refused = await handlers.saveCouncilRule({ bid, rule: never, document });
    expect(!refused.ok && refused.error.message).toContain(
      "cannot hold together with the rule award-within-limited-band",
    );
  });

  test("cannot take the place of a rule of the scheme", async () => {
    const { handlers, bid } = await bidOpen();
    const refused = await handlers.saveCouncilRule({ bid, rule: { ...ours, id: "sharing-with-others" }, document });
    expect(refused).toMatchObject({ ok: false, error: { code: "rule-refused" } });
  });
});

describe("what a council adds when the scheme moves on", () => {
  test("a rule about a question that is gone is left out and named, and the scheme still loads", async () => {
    const { world, handlers } = await bidOpen();
    await world.ports.schemes.writeCouncilText(
      "tca-2013-14",
      "rules",
      JSON.stringify({ documents: [document], rules: [{ ...ours, about: "gone" }] }),
    );
    const scheme = await handlers.scheme({ id: "tca-2013-14" });
    expect(scheme.ok && scheme.value.council).toMatchObject({
      rules: [],
      problems: [expect.stringContaining("“gone”")],
    });
  });

  test("a file that cannot be read is named, and never written over", async () => {
    const { world, handlers, bid } = await bidOpen();
    await world.ports.schemes.writeCouncilText("tca-2013-14", "rules", "rules: [");
    const refused = await handlers.saveCouncilRule({ bid, rule: ours, document });
    expect(refused).toMatchObject({ ok: false, error: { code: "cannot-read" } });
    expect(await world.ports.schemes.councilText("tca-2013-14", "rules")).toBe("rules: [");
  });
});

describe("a note of the council’s own", () => {
  test("stands beside its question, and goes when it is emptied", async () => {
    const { handlers, bid } = await bidOpen();
    const noted = await handlers.saveCouncilNote({ bid, question: "summary", text: "Ask **Priya** first." });
    expect(noted.ok && noted.value.scheme.council?.notes).toEqual({ summary: "Ask **Priya** first." });
    const gone = await handlers.saveCouncilNote({ bid, question: "summary", text: " " });
    expect(gone.ok && gone.value.scheme.council?.notes).toEqual({});
  });

  test("whose question is gone is kept and named", async () => {
    const { world, handlers } = await bidOpen();
    await world.ports.schemes.writeCouncilText("tca-2013-14", "notes", "notes: { gone: Look here. }");
    const scheme = await handlers.scheme({ id: "tca-2013-14" });
    expect(scheme.ok && scheme.value.council?.problems).toEqual([expect.stringContaining("no question “gone”")]);
  });
});
