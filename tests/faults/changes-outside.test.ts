import { copyFileSync, readdirSync, readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from "node:fs";
import { beforeEach, describe, expect, test } from "vitest";
import { lockFileOf } from "../../electron/adapters/lock-file.ts";
import type { Client } from "../../src/contract/client.ts";
import type { AppContract } from "../../src/contract/contract.ts";
import { done } from "../support/desk.ts";
import { startBid } from "../support/histories.ts";
import { award, summary, useOffice } from "../support/office.ts";

const office = useOffice();
const id = startBid.id;
let priya: Client<AppContract>;
let token: string;

/** Priya has the bid open. */
beforeEach(async () => {
  priya = office.priya.client();
  token = office.priya.token("ours.bid");
  await done(priya.openBid({ token }));
});

const edit = (pounds: number) => done(priya.edit({ bid: id, edits: [award(pounds)] }));
const state = () => done(priya.saveState({ bid: id }));
const save = () => done(priya.save({ bid: id }));
const bidsThere = () => readdirSync(office.folder).filter((name) => name.endsWith(".bid"));
/** What a file holds, as Dana reads it. */
const awardIn = async (name: string) => {
  const dana = office.dana.client();
  const read = await done(dana.openBid({ token: office.dana.token(name), as: "read-only" }));
  return read.bid.answers["award-requested"];
};

describe("a file that is taken away while it is open", () => {
  test("is written again when something is typed, and the officer is told that it was gone", async () => {
    rmSync(office.at("ours.bid"));
    await edit(7);
    expect(await save()).toMatchObject({
      state: "saved",
      news: {
        kind: "written-again",
        message: expect.stringMatching(
          /^ours\.bid was moved, renamed or deleted while it was open here\. Nothing is lost: your work was written again/,
        ) as string,
      },
    });
    expect(await awardIn("ours.bid")).toBe(700);
  });

  test("and that was renamed stands beside the one that is written again, and is named", async () => {
    renameSync(office.at("ours.bid"), office.at("ours, final.bid"));
    await edit(7);
    const { news } = await save();
    expect(news?.copies?.map((copy) => copy.label)).toEqual(["ours, final.bid"]);
    expect(news?.message).toContain("Beside it stands ours, final.bid, which holds this bid as well");
    expect(bidsThere()).toEqual(["ours, final.bid", "ours.bid"]);
  });

  test("is missed before anything is typed, and no longer when it is put back", async () => {
    renameSync(office.at("ours.bid"), office.at("elsewhere"));
    expect((await state()).news).toMatchObject({ kind: "gone" });
    const again = await state();
    expect(await state()).toEqual(again);
    renameSync(office.at("elsewhere"), office.at("ours.bid"));
    expect((await state()).news).toBeUndefined();
  });

  test("is no news of a bid that is saved for the first time, or saved elsewhere", async () => {
    const { folder } = await done(priya.places({}));
    const wanted = { scheme: "tca-2013-14", strand: "limited-sharing", title: "New", folder: folder.token };
    expect((await done(priya.newBid(wanted))).saved).not.toHaveProperty("news");
    const moved = await done(priya.saveElsewhere({ bid: id, folder: folder.token }));
    expect(moved.saved).not.toHaveProperty("news");
  });
});

describe("a file that somebody else writes while it is open", () => {
  /** Dana works on a copy, which then takes the place of the file, as a synchronised folder does it. */
  const danaSaves = async (...edits: Parameters<typeof office.dana.edit>[1][]) => {
    copyFileSync(office.at("ours.bid"), office.at("dana.bid"));
    await office.dana.edit("dana.bid", ...edits);
    renameSync(office.at("dana.bid"), office.at("ours.bid"));
  };

  test("is noticed before anything is typed, and is brought in", async () => {
    expect(await state()).toMatchObject({ state: "saved" });
    await danaSaves(summary("Dana wrote this."));
    expect(await state()).toMatchObject({
      state: "changed-elsewhere",
      canBringIn: true,
      message: "ours.bid was changed by somebody else since it was opened here. Theirs was left as it is.",
    });
    await done(priya.bringIn({ bid: id, token }));
    expect(await save()).toMatchObject({ state: "saved" });
  });

  test("keeps nobody from closing who typed nothing", async () => {
    await danaSaves(summary("Dana wrote this."));
    expect(await state()).toMatchObject({ state: "changed-elsewhere" });
    const before = readFileSync(office.at("ours.bid"));
    expect(await priya.closeBid({ bid: id })).toEqual({ ok: true, value: null });
    expect(readFileSync(office.at("ours.bid"))).toEqual(before);
  });

  test("is not taken for the newest where an older copy was put back over what was saved here", async () => {
    copyFileSync(office.at("ours.bid"), office.at("older"));
    await edit(7);
    await save();
    renameSync(office.at("older"), office.at("ours.bid"));
    expect(await state()).toMatchObject({ state: "changed-elsewhere" });
    expect(await priya.closeBid({ bid: id })).toMatchObject({ ok: false, error: { code: "cannot-write" } });
    await done(priya.bringIn({ bid: id, token }));
    expect(await priya.closeBid({ bid: id })).toMatchObject({ ok: true });
    expect(await awardIn("ours.bid")).toBe(700);
  });

  test.each<[string, () => void, RegExp]>([
    [
      "was cut short",
      () => writeFileSync(office.at("ours.bid"), readFileSync(office.at("ours.bid")).subarray(0, 100)),
      /What stands there now: “ours\.bid” is damaged/,
    ],
    [
      "is another bid now",
      () => copyFileSync(office.at("other.bid"), office.at("ours.bid")),
      /What stands there now is another bid, “Another bid”\.$/,
    ],
  ])(
    "and that %s is left as it is, said to be that, and what was typed is saved elsewhere",
    async (_, spoil, words) => {
      await office.dana.begin("other.bid", { ...startBid, id: "other", title: "Another bid" });
      spoil();
      const before = readFileSync(office.at("ours.bid"));
      await edit(7);
      expect(await save()).toMatchObject({
        state: "changed-elsewhere",
        canBringIn: false,
        message: expect.stringMatching(words) as string,
      });
      const { folder } = await done(priya.places({}));
      const { place, saved } = await done(priya.saveElsewhere({ bid: id, folder: folder.token }));
      expect(saved.state).toBe("saved");
      expect(await awardIn(place.label)).toBe(700);
      expect(readFileSync(office.at("ours.bid"))).toEqual(before);
      expect(await priya.closeBid({ bid: id })).toMatchObject({ ok: true });
    },
  );

  test("is said to be newer to somebody who only reads it, and can be opened anew", async () => {
    const dana = office.dana.client();
    const hers = office.dana.token("ours.bid");
    await done(dana.openBid({ token: hers, as: "read-only" }));
    expect((await done(dana.saveState({ bid: id }))).news).toBeUndefined();
    await edit(7);
    await save();
    const { news, state: stands } = await done(dana.saveState({ bid: id }));
    expect(news).toMatchObject({
      kind: "newer-state",
      message: "ours.bid was changed since you opened it. You see it as it was then.",
    });
    expect(stands).toBe("saved");
    const anew = await done(dana.openBid({ token: hers, as: "read-only" }));
    expect(anew.bid.answers["award-requested"]).toBe(700);
    expect((await done(dana.saveState({ bid: id }))).news).toBeUndefined();
  });
});

describe("a computer that wakes after somebody took its file over", () => {
  /** Priya's computer slept for six minutes, and Dana has the file now. */
  const danaTakesOver = async () => {
    const then = new Date(Date.now() - 6 * 60_000);
    utimesSync(lockFileOf(office.at("ours.bid")), then, then);
    const dana = office.dana.client();
    await done(dana.openBid({ token: office.dana.token("ours.bid"), as: "take-over" }));
    return dana;
  };

  test("saves nothing over it, says who has it, and keeps both texts in two files that come together", async () => {
    const dana = await danaTakesOver();
    const before = readFileSync(office.at("ours.bid"));
    await edit(7);
    expect(await save()).toMatchObject({
      state: "taken-over",
      message: expect.stringMatching(
        /^ours\.bid is not saved here any more, because somebody took it over: Dana on .+, since/,
      ) as string,
    });
    expect(readFileSync(office.at("ours.bid"))).toEqual(before);
    expect(await priya.closeBid({ bid: id })).toMatchObject({ ok: false });
    const { place, saved } = await done(priya.saveElsewhere({ bid: id }));
    expect(place.label).toMatch(/\(working copy\)\.bid$/);
    expect(saved).toMatchObject({ state: "saved", news: { kind: "copies", copies: [{ label: "ours.bid" }] } });
    await done(dana.edit({ bid: id, edits: [summary("Dana wrote this.")] }));
    expect(await done(dana.save({ bid: id }))).toMatchObject({ state: "saved" });

    expect(bidsThere()).toContain(place.label);
    expect(await awardIn(place.label)).toBe(700);
    const together = await done(dana.bringIn({ bid: id, token: office.dana.token(place.label) }));
    expect(together.bid.answers).toMatchObject({ "award-requested": 700 });
    expect(JSON.stringify(together.bid.answers["summary"])).toContain("Dana wrote this.");
  });

  test("may be closed where nothing was typed, and the lock of the other stays", async () => {
    await danaTakesOver();
    expect(await priya.closeBid({ bid: id })).toMatchObject({ ok: true });
    expect(JSON.parse(readFileSync(lockFileOf(office.at("ours.bid")), "utf8"))).toMatchObject({ who: "Dana" });
  });

  test("goes on in the file when the other is done with it, with what she wrote", async () => {
    const dana = await danaTakesOver();
    await edit(7);
    expect(await save()).toMatchObject({ state: "taken-over" });
    await done(dana.edit({ bid: id, edits: [summary("Dana wrote this.")] }));
    await done(dana.closeBid({ bid: id }));
    expect(await save()).toMatchObject({ state: "changed-elsewhere", canBringIn: true });
    await done(priya.bringIn({ bid: id, token }));
    expect(await save()).toMatchObject({ state: "saved" });
    expect(await awardIn("ours.bid")).toBe(700);
  });
});
