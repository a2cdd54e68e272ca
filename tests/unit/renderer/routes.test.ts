import { describe, expect, test } from "vitest";
import { addressOf, addressOfSection, readRoute } from "../../../renderer/app/routes.ts";

describe("addresses of pages", () => {
  test.each(["start", "new-bid", "task-list", "bid-details", "findings", "appraisal", "rules", "export"] as const)(
    "%s has an address that leads to it",
    (page) => {
      expect(readRoute(addressOf(page))).toEqual({ page });
    },
  );

  test("a section’s address carries the question, the line and the column", () => {
    const focus = { question: "costs", row: "r 1&2", column: "source" };
    expect(readRoute(addressOfSection("costs", focus))).toEqual({ page: "section", section: "costs", focus });
    expect(readRoute(addressOfSection("costs"))).toEqual({ page: "section", section: "costs" });
  });

  test.each(["", "#/nowhere", "#/bid/section/", "#/bid/section/../../x", "#/toString"])(
    "“%s” leads to the start page",
    (hash) => {
      expect(readRoute(hash)).toEqual({ page: "start" });
    },
  );
});
