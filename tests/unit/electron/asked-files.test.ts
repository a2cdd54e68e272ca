import path from "node:path";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { askedAtStart, bidFileIn, createAskedFiles } from "../../../electron/adapters/asked-files.ts";
import { createPlaces } from "../../../electron/adapters/places.ts";

describe("the bid among the words the app was started with", () => {
  const home = path.resolve("/home/priya");
  const whole = path.join(home, "Our bid.bid");

  test.each([
    [["Bidwright", whole], whole],
    [["Our bid.BID"], path.join(home, "Our bid.BID")],
    [[pathToFileURL(whole).href], whole],
    [["one.bid", "--flag", "two.bid"], path.join(home, "two.bid")],
    [["/opt/bidwright", "--allow-file-access-from-files", "--profile=x.bid", "notes.txt"], undefined],
    [["file://%%%.bid"], undefined],
    [[], undefined],
  ])("%j: %s", (words, file) => {
    expect(bidFileIn(words, home)).toBe(file);
  });
});

describe("a file that the system was asked to open", () => {
  test("is given once, and of several the last", async () => {
    const asked = createAskedFiles();
    expect(await asked.next(false)).toBeUndefined();
    asked.ask("one");
    asked.ask("two");
    expect(await asked.next(false)).toBe("two");
    expect(await asked.next(false)).toBeUndefined();
  });

  test("comes to who waits for it as soon as it is asked for", async () => {
    const asked = createAskedFiles();
    const waiting = asked.next(true);
    asked.ask("one");
    expect(await waiting).toBe("one");
    asked.ask("two");
    expect(await asked.next(true)).toBe("two");
  });

  test("goes to the page that is there, and not to one that was loaded again", async () => {
    const asked = createAskedFiles();
    const before = asked.next(true);
    const now = asked.next(true);
    expect(await before).toBeUndefined();
    asked.ask("one");
    expect(await now).toBe("one");
  });

  test("is never waited for where none can come after the start", async () => {
    const asked = askedAtStart("one");
    expect(await asked.next(true)).toBe("one");
    expect(await asked.next(true)).toBeUndefined();
    expect(await askedAtStart(undefined).next(true)).toBeUndefined();
  });

  test("reaches the window as a token, the same as by any other way to the file", async () => {
    const asked = createAskedFiles();
    const places = createPlaces("/bids", undefined, asked);
    asked.ask("/bids/ours.bid");
    expect(await places.askedToOpen(false)).toEqual(places.file("/bids/ours.bid"));
    expect(await places.askedToOpen(false)).toBeUndefined();
    expect(await createPlaces("/bids").askedToOpen(true)).toBeUndefined();
  });
});
