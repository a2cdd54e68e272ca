import { copyFileSync, existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import path from "node:path";
import { describe, expect, test } from "vitest";
import { parse } from "yaml";
import type { Edit } from "../../../src/bids/edit.ts";
import { done } from "../../support/desk.ts";
import { award, faultOf, json, title, type History, useLondonTime, useOffice } from "../../support/office.ts";
import { startBid } from "../../support/histories.ts";
import { spoil } from "../../support/spoiled-files.ts";

useLondonTime();

const office = useOffice();

/** Saves twice within the time that passes between two backups: the newest backup is of the first. */
async function saveTwice(first: Edit, ...second: Edit[]): Promise<void> {
  const app = office.priya.client();
  const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
  for (const edits of [[first], second]) {
    await done(app.edit({ bid: bid.id, edits }));
    await done(app.save({ bid: bid.id }));
  }
  await done(app.closeBid({ bid: bid.id }));
}

/** The file with its end cut off, as a copy that was broken off leaves it. */
function truncate(name: string, share: number): void {
  const bytes = readFileSync(office.at(name));
  writeFileSync(office.at(name), bytes.subarray(0, Math.floor(bytes.length * share)));
}

describe("verifying a file", () => {
  test("that is sound says so and ends with 0", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    const { code, out, err } = await office.priya.bid("verify", "ours.bid");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toMatch(/^ours\.bid is sound: .+\. 2 entries, the newest of 2013-06-01 10:01; attached files: 0\.\n$/);
    expect(json(await office.priya.bid("verify", "ours.bid", "--json"))).toMatchObject({
      sound: true,
      faults: [],
      entries: 2,
    });
  });

  test("whose end is missing lists what is wrong and ends with 1", async () => {
    truncate("ours.bid", 0.97);
    const { code, out, err } = await office.priya.bid("verify", "ours.bid");
    expect([code, err]).toEqual([1, ""]);
    expect(out).toMatch(/^ours\.bid is not sound: .+\n {2}“ours\.bid” is damaged: /);
    expect(out).toMatch(/What is sound of it can be had: recover ours\.bid\n$/);
  });

  test("of which nothing can be read ends with 2", async () => {
    writeFileSync(office.at("ours.bid"), Buffer.alloc(5000));
    expect(faultOf(await office.priya.bid("verify", "ours.bid"))).toMatch(/^“ours\.bid” is damaged: /);
    expect(faultOf(await office.priya.bid("verify", "nowhere.bid"))).toMatch(/^“nowhere\.bid” is not there/);
  });

  test("says what was typed here and is not in it", async () => {
    await office.priya.typeAndCrash("ours.bid", award(1), award(2));
    expect(await office.priya.bid("verify", "ours.bid")).toMatchObject({
      code: 0,
      out: expect.stringContaining("This computer keeps 2 changes of this bid that the file does not hold.\n"),
    });
  });
});

interface Recovered {
  sources: { source: string; says: string }[];
  lost: string[];
  mended: string[];
  others: string[];
  bid: string;
}

describe("recovering a bid", () => {
  const recover = (...words: string[]) => office.priya.bid("recover", "ours.bid", "--out", "new.bid", ...words);
  const awardIn = async (file: string) =>
    (parse((await office.priya.bid("export", file)).out) as { answers: Record<string, unknown> }).answers[
      "award-requested"
    ];

  test("brings back what was typed and never reached the file, and ends with 0", async () => {
    await office.priya.typeAndCrash("ours.bid", award(300_000), award(200_000));
    const { code, out, err } = await recover();
    expect([code, err]).toEqual([0, ""]);
    expect(out).toContain("  The file is sound.\n");
    expect(out).toContain(
      "  From this computer's journal: 2 changes that had not reached the file.\nNothing is lost.\n",
    );
    expect(await awardIn("new.bid")).toBe(200_000);
    expect(json<History>(await office.priya.bid("history", "ours.bid", "--json")).entries.length).toBe(1);
  });

  test("takes the newest backup and the journal, and says that nothing is lost, where the two hold all that was", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.priya.typeAndCrash("ours.bid", award(200_000));
    truncate("ours.bid", 0.4);
    const damaged = readFileSync(office.at("ours.bid"));
    const reply = await recover("--json");
    expect([reply.code, reply.err]).toEqual([0, ""]);
    const { sources, lost, mended } = json<Recovered>(reply);
    expect(sources.map((one) => one.source)).toEqual(["backup", "journal"]);
    expect(lost).toEqual([]);
    expect(mended).toEqual([
      expect.stringMatching(/^The file is damaged, but the backup of .+ holds every change that the file held\.$/),
    ]);
    expect(await awardIn("new.bid")).toBe(200_000);
    expect((await office.priya.bid("verify", "new.bid")).code).toBe(0);
    expect(readFileSync(office.at("ours.bid"))).toEqual(damaged);
    expect((await recover("--replace")).out).toMatch(/\nNothing is lost\.\nDamaged, and put right:\n {2}The file is/);
  });

  test("puts the sound of a damaged file, an older backup and the journal together", async () => {
    await saveTwice(award(300_000), award(250_000));
    await office.priya.typeAndCrash("ours.bid", award(200_000));
    spoil(office.at("ours.bid"), "log.jsonl");
    const reply = await recover("--json");
    expect([reply.code, reply.err]).toEqual([1, ""]);
    const { sources, lost } = json<Recovered>(reply);
    expect(sources.map((one) => one.source)).toEqual(["file", "backup", "journal"]);
    expect(lost).not.toEqual([]);
    expect(await awardIn("new.bid")).toBe(200_000);
    expect((await office.priya.bid("verify", "new.bid")).code).toBe(0);
    expect((await recover("--replace")).out).toContain("\nLost or doubtful:\n");
  });

  test("tells what was put right from what is lost", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    spoil(office.at("ours.bid"), "bid.json");
    const verified = await office.priya.bid("verify", "ours.bid");
    expect(verified.code).toBe(1);
    expect(verified.out).not.toContain("Lost or doubtful:");
    expect(verified.out).toContain(
      "\nDamaged, and put right when it is recovered:\n  The bid itself was damaged and was made again from its history.",
    );
    expect(json(await office.priya.bid("verify", "ours.bid", "--json"))).toMatchObject({
      sound: false,
      faults: [expect.stringMatching(/^“ours\.bid” is damaged: /) as string],
      lost: [],
      mended: [expect.stringMatching(/Nothing of it is lost\.$/) as string],
    });
    const { code, out } = await recover();
    expect([code, out]).toEqual([
      0,
      expect.stringMatching(/\nNothing is lost\.\nDamaged, and put right:\n {2}The bid/),
    ]);
    expect(await awardIn("new.bid")).toBe(300_000);
  });

  test("gives the answers of the file the history of the backup, where the history in the file is lost", async () => {
    await saveTwice(award(300_000), award(250_000), title("A better title"));
    spoil(office.at("ours.bid"), "log.jsonl");
    expect((await office.priya.bid("verify", "ours.bid")).code).toBe(1);
    expect((await recover()).code).toBe(1);
    expect(await awardIn("new.bid")).toBe(250_000);
    const { entries: told } = json<History>(await office.priya.bid("history", "new.bid", "--json"));
    expect(told.map((one) => one.who)).toEqual(["Rescue", "Priya", "Priya"]);
    expect((await office.priya.bid("verify", "new.bid")).code).toBe(0);
  });

  test("names an attached file that is nowhere to be had", async () => {
    const file = { name: "quote.pdf", sha256: "a".repeat(64), bytes: 9 };
    const answers = { ...startBid.answers, attachments: [{ id: "a1", cells: { file } }] };
    await office.priya.begin("with.bid", { ...startBid, id: "with", answers });
    const verified = await office.priya.bid("verify", "with.bid");
    expect([verified.code, verified.out]).toEqual([
      1,
      expect.stringContaining("  The attached file “quote.pdf” is not in it.\n"),
    ]);
    const { code, out } = await office.priya.bid("recover", "with.bid", "--out", "new.bid");
    expect([code, out]).toEqual([
      1,
      expect.stringContaining("  The attached file “quote.pdf” is lost: attach it again.\n"),
    ]);
  });

  test("says that the journal keeps what was typed, where there is no copy for it to stand on", async () => {
    await office.priya.typeAndCrash("ours.bid", award(300_000));
    rmSync(path.join(office.folder, "data of Priya", "backups"), { recursive: true, force: true });
    rmSync(office.at("ours.bid"));
    expect(faultOf(await recover("--bid", startBid.id))).toMatch(
      /no good copy of it either\.\nIts journal keeps 1 change of it: /,
    );
  });

  test("takes the backup alone where nothing of the file is sound, and its id is known", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    writeFileSync(office.at("copied.bid"), Buffer.alloc(5000));
    const recover = (...words: string[]) => office.priya.bid("recover", "copied.bid", "--out", "new.bid", ...words);
    expect(faultOf(await recover())).toMatch(
      /^“copied\.bid” is damaged: .+\nNothing .+\nThe file does not say which bid it was\./s,
    );
    expect(existsSync(office.at("new.bid"))).toBe(false);
    const { code, out } = await recover("--bid", startBid.id);
    expect([code, out]).toEqual([1, expect.stringMatching(/From the backup of [-\d]{10} [:\d]{5}: the whole bid\.\n/)]);
    expect(await awardIn("new.bid")).toBe(300_000);
  });

  test.each([
    ["is nothing but zeros", () => writeFileSync(office.at("ours.bid"), Buffer.alloc(5000))],
    ["is empty", () => writeFileSync(office.at("ours.bid"), "")],
    ["holds something else altogether", () => writeFileSync(office.at("ours.bid"), "What is this?".repeat(99))],
    ["is gone", () => rmSync(office.at("ours.bid"))],
  ])("finds out by itself which bid was saved in the place of a file that %s", async (_, ruin) => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.priya.typeAndCrash("ours.bid", award(200_000));
    ruin();
    expect(faultOf(await office.priya.bid("verify", "ours.bid"))).toMatch(
      /It was last saved here as “.+”, at [-\d]{10} [:\d]{5}\.\nWhat this computer keeps of it can be had: recover ours\.bid\n$/,
    );
    const reply = await recover("--json");
    expect([reply.code, reply.err]).toEqual([1, ""]);
    const { sources, bid, others } = json<Recovered>(reply);
    expect(sources.map((one) => one.source)).toEqual(["place", "file", "backup", "journal"]);
    expect(sources[0]?.says).toMatch(
      /^The file does not say which bid it was\. It was last saved here as “Cutting crime .+”, at [-\d]{10} [:\d]{5}\.$/,
    );
    expect([bid, others]).toEqual([startBid.id, []]);
    expect(await awardIn("new.bid")).toBe(200_000);
  });

  test("takes the last of two bids that were saved in one place, and names the other", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    rmSync(office.at("ours.bid"));
    await office.priya.begin("ours.bid", { ...startBid, id: "other", title: "Another bid" });
    await office.priya.edit("ours.bid", award(100_000));
    writeFileSync(office.at("ours.bid"), Buffer.alloc(5000));
    const { out } = await recover();
    expect(out).toContain("It was last saved here as “Another bid”");
    expect(out).toMatch(
      new RegExp(`\nBefore that, “Cutting crime .+ If it is that one you want: --bid ${startBid.id}\n`),
    );
    expect(await awardIn("new.bid")).toBe(100_000);
    expect((await recover("--bid", startBid.id, "--replace")).out).not.toContain("last saved here");
    expect(await awardIn("new.bid")).toBe(300_000);
  });

  test("goes by what the file says of itself, whatever was saved in its place", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    const whole = readFileSync(office.at("ours.bid"));
    rmSync(office.at("ours.bid"));
    await office.priya.begin("ours.bid", { ...startBid, id: "other", title: "Another bid" });
    writeFileSync(office.at("ours.bid"), whole.subarray(0, whole.length * 0.4));
    expect(json<Recovered>(await recover("--json"))).toMatchObject({ bid: startBid.id, others: [] });
  });

  test("names the bids that this computer keeps unsaved work on, where the file does not say which it was", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    await office.priya.typeAndCrash("ours.bid", award(200_000));
    const recover = (...words: string[]) => office.priya.bid("recover", "moved.bid", "--out", "new.bid", ...words);
    expect(faultOf(await recover())).toContain(`“${startBid.title}” is --bid ${startBid.id}.\n`);
    expect((await recover("--bid", startBid.id)).code).toBe(1);
    expect(await awardIn("new.bid")).toBe(200_000);
  });

  test("has a line for what does not fit, and never leaves it out unsaid", async () => {
    await office.priya.edit("ours.bid", award(300_000));
    copyFileSync(office.at("ours.bid"), office.at("older.bid"));
    await office.priya.edit("ours.bid", award(250_000));
    await office.priya.typeAndCrash("ours.bid", award(200_000), title("A better title"));
    copyFileSync(office.at("older.bid"), office.at("ours.bid"));
    const reply = await recover();
    expect(reply.code).toBe(1);
    expect(reply.out).toContain("From this computer's journal: 1 change that had not reached the file.\n");
    expect(reply.out).toMatch(
      /2013-06-01 10:03, Priya: Changed “Award asked for”\. It does not fit what was recovered/,
    );
    const { title: recovered } = parse((await office.priya.bid("export", "new.bid")).out) as { title: string };
    expect(recovered).toBe("A better title");
  });

  test("is refused where nothing is to be had, or where the damaged file would be written over", async () => {
    expect(faultOf(await office.priya.bid("recover", "nowhere.bid", "--out", "new.bid"))).toMatch(
      /^“nowhere\.bid” is not there/,
    );
    expect(faultOf(await office.priya.bid("recover", "nowhere.bid", "--bid", "x", "--out", "new.bid"))).toMatch(
      /no good copy of it either\.\n$/,
    );
    expect(faultOf(await office.priya.bid("recover", "ours.bid", "--out", "ours.bid", "--replace"))).toMatch(
      /^Give the new file another name/,
    );
  });
});
