import { describe, expect, test } from "vitest";
import {
  readDate,
  readFinancialYear,
  readMoney,
  readNumber,
  readPercentage,
} from "../../../renderer/fields/read-typed.ts";
import { withYear } from "../../../renderer/fields/with-year.ts";

describe("what an officer types", () => {
  test.each([
    [readMoney, "1,250.50", 125_050],
    [readMoney, "(500)", -50_000],
    [readNumber, "12,000", 12_000],
    [readNumber, "-3.5", -3.5],
    [readPercentage, "12.5%", 12.5],
    [readPercentage, "12.5", 12.5],
    [readFinancialYear, "2013-14", "2013-14"],
    [readFinancialYear, "2013/14", "2013-14"],
    [readFinancialYear, "2013 to 2014", "2013-14"],
    [readFinancialYear, "1999-2000", "1999-00"],
    [readDate, "2013-10-01", "2013-10-01"],
    [readDate, "1/10/2013", "2013-10-01"],
    [readDate, "1 October 2013", "2013-10-01"],
    [readDate, "01.10.2013", "2013-10-01"],
  ])("%o reads “%s”", (read, typed, value) => {
    expect(read(typed)).toEqual(value);
  });

  test.each([
    [readMoney, "1.2m"],
    [readNumber, "twelve"],
    [readNumber, "1,2"],
    [readPercentage, "half %"],
    [readFinancialYear, "2013-15"],
    [readFinancialYear, "2013"],
    [readDate, "30/2/2013"],
    [readDate, "10/2013"],
  ])("%o keeps “%s” as it is", (read, typed) => {
    expect(read(typed)).toEqual({ unread: typed });
  });

  test.each([[readMoney], [readNumber], [readPercentage], [readFinancialYear], [readDate]])(
    "%o reads nothing as no answer",
    (read) => {
      expect(read("  ")).toBeNull();
    },
  );
});

describe("one year of amounts by year", () => {
  test("years stand in order, whichever was typed first", () => {
    expect(Object.keys(withYear({ "2014-15": 1 }, "2013-14", 2) ?? {})).toEqual(["2013-14", "2014-15"]);
  });

  test("taking the last year away takes the answer away", () => {
    expect(withYear({ "2013-14": 1 }, "2013-14", null)).toBeNull();
  });
});
