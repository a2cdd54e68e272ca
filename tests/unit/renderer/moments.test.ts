import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { blockEdits } from "../../../renderer/fields/grid/cell-edits.ts";
import { cellText, isTypedIn, readCell } from "../../../renderer/fields/grid/cell-text.ts";
import { gridColumns } from "../../../renderer/fields/grid/grid-columns.ts";
import { momentOf, momentParts } from "../../../renderer/fields/moment-parts.ts";
import { readMoment, readTime } from "../../../renderer/fields/read-moment.ts";
import type { FieldOf } from "../../../src/fields/registry.ts";
import { questionOf } from "../../../src/schemes/scheme-schema.ts";
import { longMoment } from "../../../src/shared/moments.ts";
import { momentScheme } from "../../support/moment-scheme.ts";
import { anyMoment } from "../../support/moments.ts";

describe("a time that an officer types", () => {
  test.each([
    ["5pm", "17:00"],
    ["5 PM", "17:00"],
    ["5 p.m.", "17:00"],
    ["9.30am", "09:30"],
    ["9:30 am", "09:30"],
    ["11.59pm", "23:59"],
    ["12.30am", "00:30"],
    ["12pm", "12:00"],
    ["midday", "12:00"],
    ["12 noon", "12:00"],
    ["17:00", "17:00"],
    ["17.00", "17:00"],
    ["9:05", "09:05"],
    ["17:00:00", "17:00"],
  ])("“%s” is %s", (typed, time) => {
    expect(readTime(typed)).toBe(time);
  });

  test.each(["", "5", "midnight", "13pm", "0am", "24:00", "17:60", "5.5pm", "1700", "soon", "17:00:30"])(
    "“%s” is none",
    (typed) => {
      expect(readTime(typed)).toBeUndefined();
    },
  );
});

describe("a moment that an officer types or pastes", () => {
  test.each([
    "5pm on 10 February 2014",
    "5 pm on 10 Feb 2014",
    "10 February 2014 at 5pm",
    "10 February 2014, 17:00",
    "10/2/2014 17:00",
    "10/02/2014 17:00:00",
    "2014-02-10T17:00",
    "2014-02-10 17:00",
  ])("“%s” is read", (typed) => {
    expect(readMoment(typed)).toBe("2014-02-10T17:00");
  });

  test.each(["5pm", "10 February 2014", "5pm on 30 February 2014", "midnight on 10 February 2014", "by 5pm 10/2/2014"])(
    "“%s” is kept as it is",
    (typed) => {
      expect(readMoment(typed)).toEqual({ unread: typed });
    },
  );

  test("is taken away with its text", () => {
    expect(readMoment("  ")).toBeNull();
  });

  test("comes back from the words that show it", () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(readMoment(longMoment(moment))).toBe(moment);
      }),
    );
  });

  test("is kept whatever it is, however long", () => {
    fc.assert(
      fc.property(fc.string({ unit: "binary", maxLength: 200 }), (typed) => {
        fc.pre(typed.trim() !== "");
        expect(readMoment(typed)).toEqual({ unread: typed });
      }),
    );
    const long = "5pm ".repeat(100_000);
    expect(readMoment(long)).toEqual({ unread: long });
  });
});

describe("the four boxes of a moment", () => {
  test("show a stored moment and give the same one back", () => {
    fc.assert(
      fc.property(anyMoment, (moment) => {
        expect(momentOf(momentParts(moment))).toBe(moment);
      }),
    );
  });

  test("show the time as people say it", () => {
    expect(momentParts("2022-08-02T12:00")).toEqual({ day: "2", month: "8", year: "2022", time: "midday" });
    expect(momentParts("2022-08-02T00:00").time).toBe("00:00");
  });

  test.each([
    [["10", "2", "2014", ""], "10/2/2014"],
    [["31", "2", "2014", "5pm"], "31/2/2014, 5pm"],
    [["", "", "", "5pm"], "5pm"],
    [["10", "", "", ""], "10//"],
    [["10", "", "", "5pm"], "10//, 5pm"],
    [["10", "2", "20 14", "soon"], "10/2/20 14, soon"],
  ])("%j are kept as “%s” and stand in the same boxes again", ([day = "", month = "", year = "", time = ""], text) => {
    const parts = { day, month, year, time };
    expect(momentOf(parts)).toEqual({ unread: text });
    expect(momentParts({ unread: text })).toEqual(parts);
  });

  test("all empty take the answer away", () => {
    expect(momentOf({ day: " ", month: "", year: "", time: "" })).toBeNull();
  });

  test("show what was typed elsewhere, without losing a letter", () => {
    expect(momentParts({ unread: "before Easter" }).time).toBe("before Easter");
    expect(momentParts({ unread: "2014-02-10" })).toEqual({ day: "10", month: "2", year: "2014", time: "" });
    expect(momentParts({ unread: "31/2/2014 5pm" })).toEqual({ day: "31", month: "2", year: "2014", time: "5pm" });
    expect(momentParts({ unread: "10/2/2014 or later" }).year).toBe("2014 or later");
  });
});

describe("a column of moments in the grid", () => {
  const table = questionOf(momentScheme(), "hand-overs") as unknown as FieldOf<"table">;
  const columns = gridColumns(table, []);
  const [, at] = columns;
  if (!at) throw new Error("The table has two columns");

  test("is typed in where it stands, and reads as people say it", () => {
    expect(isTypedIn(at)).toBe(true);
    expect(readCell(at, "5pm on 10/2/2014")).toBe("2014-02-10T17:00");
    expect(cellText(at, "2014-02-10T17:00")).toBe("5pm on 10 February 2014");
    expect(cellText(at, { unread: "after lunch" })).toBe("after lunch");
    expect(cellText(at, undefined)).toBe("");
  });

  test("takes a block as a spreadsheet copies it, and keeps what it cannot read", () => {
    const grid = { question: "hand-overs", rows: [], columns, newId: () => "new" };
    const pasted = [
      ["Agreement", "10 February 2014 17:00"],
      ["Model", "tbc"],
    ];
    expect(blockEdits(grid, { row: 0, column: 0 }, pasted)).toMatchObject([
      { row: { cells: { what: "Agreement", at: "2014-02-10T17:00" } } },
      { row: { cells: { what: "Model", at: { unread: "tbc" } } } },
    ]);
  });
});
