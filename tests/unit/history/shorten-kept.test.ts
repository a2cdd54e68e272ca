import { describe, expect, test } from "vitest";
import { shortenKept } from "../../../src/history/shorten-kept.ts";
import { compareWords } from "../../../src/history/compare.ts";

const words = (count: number, name: string) => Array.from({ length: count }, (_, index) => `${name}${index}`).join(" ");

describe("long texts that differ in a few words", () => {
  test("are cut down to the words around each difference", () => {
    const [before, after] = [`${words(60, "a")} old ${words(60, "b")}`, `${words(60, "a")} new ${words(60, "b")}`];
    const [start, change, end] = shortenKept(compareWords(before, after));
    expect(start?.kept).toBe(`… ${words(60, "a").split(" ").slice(-14).join(" ")} `);
    expect(change).toEqual({ removed: "old ", added: "new " });
    expect(end?.kept).toBe(`${words(14, "b")} … `);
  });

  test("keep both ends of what stands between two differences", () => {
    const [, , middle] = shortenKept(
      compareWords(`x ${words(50, "m")} y`, `1 ${words(50, "m")} 2`).toSpliced(0, 0, { kept: "" }),
    );
    expect(middle?.kept?.split(" … ").map((part) => part.trim().split(" ").length)).toEqual([14, 14]);
  });

  test("short ones stay whole, and so does a text in which nothing differs", () => {
    expect(shortenKept([{ kept: "we join " }, { added: "two" }])).toEqual([{ kept: "we join " }, { added: "two" }]);
    expect(shortenKept([{ kept: words(200, "a") }])).toEqual([{ kept: words(200, "a") }]);
  });
});
