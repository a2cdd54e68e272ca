import { describe, expect, test } from "vitest";
import type { Api } from "../../../renderer/app/api.ts";
import { createBidSession } from "../../../renderer/app/bid-session.ts";
import { appraise } from "../../../src/appraisal/appraise.ts";
import type { Edit } from "../../../src/bids/edit.ts";
import type { OpenBid } from "../../../src/contract/open-bid.ts";
import { fail, ok } from "../../../src/shared/result.ts";

const answer = (value: unknown): Edit => ({ do: "answer", question: "summary", value });

function openBid(answers: Record<string, unknown> = {}): OpenBid {
  return {
    bid: { id: "b", title: "Bid", scheme: { id: "s", version: "1.0.0" }, strand: "one", marking: "OFFICIAL", answers },
    check: { findings: [], sections: [], rules: [], hidden: [], ready: false },
    appraisal: appraise({
      years: [],
      costs: [],
      savings: [],
      funding: [],
      awardAsked: undefined,
      awardFunds: "all",
      prices: undefined,
      discountRates: [],
    }),
    place: { token: "file", label: "Bid.bid", folder: "Bids" },
    saved: { state: "saved" },
    conflicts: [],
    notices: [],
  };
}

type EditCode = "not-open" | "edit-refused" | "internal";

/** A machine that holds one bid; each refusal is given once, in order. */
function machine(refusals: EditCode[] = []) {
  const asked: string[] = [];
  let held = openBid();
  const api: Pick<Api, "edit" | "openBid"> = {
    edit: async ({ edits }) => {
      asked.push(`edit ${edits.length}`);
      const refusal = refusals.shift();
      if (refusal) return fail({ code: refusal, message: `Refused: ${refusal}` });
      const [last] = edits.slice(-1);
      held = openBid(last?.do === "answer" ? { summary: last.value } : {});
      return ok({ check: { ...held.check, ready: true }, appraisal: held.appraisal, saved: { state: "saving" } });
    },
    openBid: async () => {
      asked.push("open");
      return ok(held);
    },
  };
  return { asked, session: createBidSession(api as Api, openBid()) };
}

describe("the bid that is open in the window", () => {
  test("an edit shows at once, and the check follows with the reply", async () => {
    const { session } = machine();
    session.edit([answer("new")]);
    expect(session.state().open.bid.answers).toEqual({ summary: "new" });
    expect(session.state().open.check.ready).toBe(false);
    await session.flush();
    expect(session.state().open.check.ready).toBe(true);
  });

  test("what comes back from an edit takes it back", async () => {
    const { session } = machine();
    const undo = session.edit([answer("new")]);
    session.edit(undo);
    expect(session.state().open.bid.answers).toEqual({});
    await session.flush();
  });

  test("an edit to a line that is gone does nothing and is not sent", async () => {
    const { session, asked } = machine();
    session.edit([{ do: "remove-row", question: "costs", row: "gone" }]);
    await session.flush();
    expect(asked).toEqual([]);
  });

  test("a refused edit is said, and the bid is shown as it really stands", async () => {
    const { session, asked } = machine(["edit-refused"]);
    session.edit([answer("impossible")]);
    await session.flush();
    expect(asked).toEqual(["edit 1", "open"]);
    expect(session.state()).toMatchObject({ trouble: "Refused: edit-refused", open: { bid: { answers: {} } } });
  });

  test("an edit that could not be sent stays on the screen and goes with the next one", async () => {
    const { session, asked } = machine(["internal"]);
    session.edit([answer("kept")]);
    await session.flush();
    expect(session.state()).toMatchObject({
      trouble: "Refused: internal",
      open: { bid: { answers: { summary: "kept" } } },
    });
    await session.flush();
    expect(asked).toEqual(["edit 1", "edit 1"]);
    expect(session.state().trouble).toBeUndefined();
  });

  test("a bid that was closed elsewhere is opened again, and the edit is kept", async () => {
    const { session, asked } = machine(["not-open"]);
    session.edit([answer("kept")]);
    await session.flush();
    expect(asked).toEqual(["edit 1", "open", "edit 1"]);
    expect(session.state()).toMatchObject({ trouble: undefined, open: { bid: { answers: { summary: "kept" } } } });
  });
});
