import { describe, expect, test } from "vitest";
import { addressOf, addressWith, readRoute } from "../../../renderer/app/routes.ts";

describe("addresses that say what a page is about", () => {
  test.each([
    ["history", { question: "award-requested" }],
    ["compare", { from: "e1", to: "e 2&3", question: "summary" }],
    ["merge", { from: "token/+=" }],
    ["settle", { conflict: "c1" }],
    ["history", {}],
    ["carry", { scheme: "tca-2013-14", strand: "limited-sharing" }],
  ] as const)("%s with %o is read back as it was", (page, asked) => {
    expect(readRoute(addressWith(page, asked))).toEqual({ page, ...asked });
  });

  test("names that a page does not know are passed over", () => {
    expect(readRoute("#/bid/history?other=1")).toEqual({ page: "history" });
    expect(readRoute("#/bid/share?question=summary")).toEqual({ page: "share" });
  });

  test.each(["share", "file", "which-fund", "start-with-facts"] as const)(
    "%s has an address that leads to it",
    (page) => {
      expect(readRoute(addressOf(page))).toEqual({ page });
    },
  );
});
