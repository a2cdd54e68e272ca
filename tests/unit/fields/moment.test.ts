import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { cellOf, comparableOf, fits, isEmpty, problemOf, textOf } from "../../../src/fields/answer.ts";
import { columnSchema } from "../../../src/fields/registry.ts";
import { readWritten, writeWritten } from "../../../src/fields/written.ts";
import { isMoment, longSpan, minutesOf } from "../../../src/shared/moments.ts";
import { anyMoment } from "../../support/moments.ts";

const field = columnSchema().parse({ id: "sent", kind: "moment", label: "Sent" });
const limited = columnSchema().parse({
  id: "sent",
  kind: "moment",
  label: "Sent",
  "not-before": "2013-03-22T09:30",
  "not-after": "2014-02-10T17:00",
});

describe("a day with a time of day", () => {
  test.each([
    ["2014-02-10T17:00", "5pm on 10 February 2014"],
    ["2022-08-02T12:00", "midday on 2 August 2022"],
    ["2022-08-02T23:59", "11.59pm on 2 August 2022"],
    ["2022-08-02T09:30", "9.30am on 2 August 2022"],
    ["2022-08-02T12:05", "12.05pm on 2 August 2022"],
    ["2022-08-02T00:30", "12.30am on 2 August 2022"],
    ["2022-08-02T00:00", "midnight at the start of 2 August 2022"],
  ])("%s reads “%s”", (value, text) => {
    expect(textOf(field, value)).toBe(text);
  });

  test.each(["2014-02-10T24:00", "2014-02-30T17:00", "2014-02-10", "2014-02-10T17:00Z", "2014-02-10T17:00:00", "5pm"])(
    "%s is none, and is stored only as it was typed",
    (value) => {
      expect(fits(field, value)).toBe(false);
      expect(fits(field, { unread: value })).toBe(true);
      expect(comparableOf(field, { unread: value })).toBeUndefined();
      expect(comparableOf(field, value)).toBeUndefined();
      expect(cellOf(field, { unread: value })).toEqual({ value, format: "text" });
    },
  );

  test("on either limit is right, and a minute beyond says the limit", () => {
    expect(problemOf(limited, "2013-03-22T09:30")).toBeUndefined();
    expect(problemOf(limited, "2014-02-10T17:00")).toBeUndefined();
    expect(problemOf(limited, "2013-03-22T09:29")).toBe("Must be 9.30am on 22 March 2013 or later.");
    expect(problemOf(limited, "2014-02-10T17:01")).toBe("Must be 5pm on 10 February 2014 or earlier.");
  });

  test("that cannot be read is said with what to enter", () => {
    const said =
      "“31/2/2014, 5pm” could not be read as a day with a time of day. " +
      "Enter a day, a month and a year that exist, and a time like 5pm, 9.30am, midday or 17:00.";
    expect(problemOf(field, { unread: "31/2/2014, 5pm" })).toBe(said);
    expect(problemOf(field, "2014-02-10")).toContain("“2014-02-10” is not a day with a time of day.");
  });

  test("is a date with a time in a workbook, and a moment to rules", () => {
    expect(cellOf(field, "2014-02-10T17:00")).toEqual({ value: "2014-02-10T17:00", format: "moment" });
    expect(comparableOf(field, "2014-02-10T17:00")).toEqual({ unit: "moment", text: "2014-02-10T17:00" });
  });

  test("is limited only by moments that exist", () => {
    const bad = columnSchema().safeParse({ ...field, "not-after": "2014-02-10" });
    expect(bad.error?.issues[0]?.message).toContain("write it like 2014-02-10T17:00");
  });
});

describe("a moment in an answers file", () => {
  test.each(["2014-02-10T17:00", "2014-02-10 17:00", " 2014-02-10 17:00 "])("is read from “%s”", (written) => {
    expect(readWritten(field, written)).toEqual({ value: "2014-02-10T17:00", problems: [] });
  });

  test("is kept as it stands where it cannot be read", () => {
    expect(readWritten(field, "by 5pm or so").value).toEqual({ unread: "by 5pm or so" });
    expect(readWritten(field, 5).problems).toEqual([{ path: [], message: "is not a day with a time of day" }]);
  });

  test("comes back as it was written, whatever it is", () => {
    fc.assert(
      fc.property(
        fc.oneof(
          anyMoment,
          fc.string({ unit: "binary" }).map((unread) => ({ unread })),
        ),
        (value) => {
          fc.pre(!isEmpty(field, value));
          const again = readWritten(field, writeWritten(field, value)).value;
          expect(again).toEqual(value);
        },
      ),
    );
  });
});

test("text that nobody expects is never a moment and never lost", () => {
  const hostile = [
    "=1+1",
    "<b>5pm</b>",
    "2014-02-10T17:00\n",
    "٢٠١٤-٠٢-١٠T17:00",
    "9999999-02-10T17:00",
    "\u0000",
    "T:",
  ];
  for (const text of hostile) {
    expect(isMoment(text)).toBe(false);
    expect(minutesOf(text)).toBeUndefined();
    expect(textOf(field, { unread: text })).toBe(text);
    expect(problemOf(field, { unread: text })).toContain(text);
  }
});

describe("a span of time", () => {
  test.each([
    [1, "1 minute"],
    [125, "2 hours and 5 minutes"],
    [60, "1 hour"],
    [3 * 1440, "3 days"],
    [1440 + 60 + 1, "1 day, 1 hour and 1 minute"],
    [1_500 * 1440 + 30, "1,500 days and 30 minutes"],
  ])("%d minutes are %s", (minutes, words) => {
    expect(longSpan(minutes)).toBe(words);
  });
});

test("summer time takes no hour from the day on which the clocks change", () => {
  expect(minutesOf("2014-03-30")).toEqual([minutesOf("2014-03-30T00:00")?.[0], minutesOf("2014-03-30T23:59")?.[0]]);
  const [start, end] = [minutesOf("2014-03-30T00:00"), minutesOf("2014-03-31T00:00")];
  expect((end?.[0] ?? 0) - (start?.[0] ?? 0)).toBe(1440);
});
