import { existsSync, mkdirSync, readdirSync, readFileSync, rmSync, statSync, writeFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { startBid } from "../../support/histories.ts";
import { done } from "../../support/desk.ts";
import { award, faultOf, json, useOffice } from "../../support/office.ts";

const office = useOffice();

/** Attaches files to `ours.bid`, a line each. */
async function attach(...files: { name: string; text: string }[]): Promise<void> {
  const app = office.priya.client();
  const { bid } = await done(app.openBid({ token: office.priya.token("ours.bid") }));
  for (const [index, { name, text }] of files.entries()) {
    const base64 = Buffer.from(text).toString("base64");
    const file = await done(app.attach({ bid: bid.id, name, base64 }));
    const row = { id: `a${index}`, cells: { "what-it-is": name, file } };
    await done(app.edit({ bid: bid.id, edits: [{ do: "add-row", question: "attachments", row }] }));
  }
  await done(app.closeBid({ bid: bid.id }));
}

const letters = [
  { name: "Letter.PDF", text: "We agree. Halton" },
  { name: "Letter.PDF", text: "We agree. Warrington" },
  { name: "Costs: 2013/14?.xlsx", text: "not really a sheet" },
];
const texts = (folder: string) =>
  Object.fromEntries(readdirSync(folder).map((name) => [name, readFileSync(`${folder}/${name}`, "utf8")]));

describe("a bid written as answers", () => {
  test("comes with its attached files, under names that can stand, and is the same bid when it is read again", async () => {
    await attach(...letters);
    const { code, out, err } = await office.priya.bid("export", "ours.bid", "--out", "once.yaml");
    expect([code, err]).toEqual([0, ""]);
    expect(out).toBe(`Written to ${office.at("once.yaml")}.\nAttached files in ${office.at("once files")}: 3.\n`);
    expect(texts(office.at("once files"))).toEqual({
      "Letter.pdf": "We agree. Halton",
      "Letter (2).pdf": "We agree. Warrington",
      "Costs 2013 14.xlsx": "not really a sheet",
    });
    const again = await office.priya.bid("import", "once.yaml", "--out", "again.bid", "--json");
    expect(json(again)).toMatchObject({ attachments: 3, missing: [] });
    expect((await office.priya.bid("verify", "again.bid")).out).toContain("attached files: 3");
    expect((await office.priya.bid("export", "again.bid")).out).toBe(
      (await office.priya.bid("export", "ours.bid")).out,
    );
  });

  test("without attached files makes no folder", async () => {
    expect((await office.priya.bid("export", "ours.bid", "--out", "once.yaml")).code).toBe(0);
    expect(existsSync(office.at("once files"))).toBe(false);
  });

  test("replaces nothing, neither answers nor files, unless told to", async () => {
    await attach(...letters);
    mkdirSync(office.at("once files"));
    writeFileSync(office.at("once files/Letter.pdf"), "mine");
    expect(faultOf(await office.priya.bid("export", "ours.bid", "--out", "once.yaml"))).toBe(
      "“once files” is there already. Choose another name, or add --replace.\n",
    );
    expect([existsSync(office.at("once.yaml")), texts(office.at("once files"))]).toEqual([
      false,
      { "Letter.pdf": "mine" },
    ]);
    expect((await office.priya.bid("export", "ours.bid", "--out", "once.yaml", "--replace")).code).toBe(0);
    expect(texts(office.at("once files"))["Letter.pdf"]).toBe("We agree. Halton");
  });

  test("is written whole or not at all", async () => {
    await attach(...letters);
    mkdirSync(office.at("once.yaml"));
    const fault = faultOf(await office.priya.bid("export", "ours.bid", "--out", "once.yaml", "--replace"));
    expect(fault).toBe("“once.yaml” is something else already. Choose another name.\n");
    expect(existsSync(office.at("once files"))).toBe(false);
    expect(statSync(office.at("once.yaml")).isDirectory()).toBe(true);
  });

  test("leaves nothing beside it, and an answers file that is replaced names only files that are there", async () => {
    await attach(...letters);
    for (const more of [[], ["--replace"]]) {
      expect((await office.priya.bid("export", "ours.bid", "--out", "once.yaml", ...more)).code).toBe(0);
      const beside = readdirSync(office.folder).filter((name) => name.startsWith(".") || name.endsWith(".tmp"));
      expect(beside).toEqual([]);
    }
    // A folder where an attached file would go: found only while files are put in their places.
    rmSync(office.at("once files/Letter.pdf"));
    mkdirSync(office.at("once files/Letter.pdf"));
    const before = readFileSync(office.at("once.yaml"));
    await office.priya.edit("ours.bid", award(1));
    expect(faultOf(await office.priya.bid("export", "ours.bid", "--out", "once.yaml", "--replace"))).toContain(
      "once.yaml",
    );
    expect(readFileSync(office.at("once.yaml"))).toEqual(before);
  });
});

describe("answers read without all of their files", () => {
  test("name what is not there or was changed, and make the bid all the same", async () => {
    await attach(...letters);
    await office.priya.edit("ours.bid", award(300_000));
    await office.priya.bid("export", "ours.bid", "--out", "once.yaml");
    rmSync(office.at("once files/Costs 2013 14.xlsx"));
    writeFileSync(office.at("once files/Letter.pdf"), "We agree. HALTON");
    const { code, out } = await office.priya.bid("import", "once.yaml", "--out", "again.bid");
    expect([code, out.split("\n").slice(1)]).toEqual([
      1,
      [
        "“Letter.PDF” is not the file that was attached: it was changed since. The bid does not hold it: attach it again.",
        "“Costs: 2013/14?.xlsx” is not in the folder “once files”. The bid does not hold it: attach it again.",
        "",
      ],
    ]);
    expect(json(await office.priya.bid("verify", "again.bid", "--json"))).toMatchObject({
      attachments: 1,
      sound: false,
    });
  });

  test("take no file that the answers do not name", async () => {
    await office.priya.bid("export", "ours.bid", "--out", "once.yaml");
    mkdirSync(office.at("once files"));
    writeFileSync(office.at("once files/secret.txt"), "private");
    const { out } = await office.priya.bid("import", "once.yaml", "--out", "again.bid", "--json");
    expect(JSON.parse(out)).toMatchObject({ title: startBid.title, attachments: 0, missing: [] });
  });
});
