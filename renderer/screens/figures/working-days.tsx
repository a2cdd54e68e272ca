import { useState, type FormEvent } from "react";
import { isUnread } from "../../../src/fields/field.ts";
import { workingDaysUntil, type BankHolidays } from "../../../src/schemes/reference-series.ts";
import { longDate, type IsoDate } from "../../../src/shared/dates.ts";
import { fail, type Result } from "../../../src/shared/result.ts";
import { DataTable } from "../../components/data-table.tsx";
import { Details } from "../../components/details.tsx";
import { LabelledText } from "../../components/labelled-inputs.tsx";
import { readDate } from "../../fields/read-typed.ts";

/** Counts the working days that are left to a day. */
export function WorkingDays({ holidays }: { holidays: BankHolidays }) {
  const { typed, setTyped, counted, count, problem } = useCounting(holidays);
  return (
    <form className="app-figures__part" noValidate onSubmit={count} aria-labelledby="working-days">
      <h2 className="govuk-heading-m" id="working-days">
        Count working days
      </h2>
      <div className="app-figures__row">
        {sides.map(([side, label]) => (
          <LabelledText
            key={side}
            id={`${side}-day`}
            label={label}
            problem={problem(side)}
            short
            value={typed[side]}
            onType={(day) => setTyped({ ...typed, [side]: day })}
          />
        ))}
      </div>
      <button type="submit" className="govuk-button govuk-button--secondary">
        Count them
      </button>
      <div role="status">
        {counted?.days.ok && (
          <p className="govuk-inset-text govuk-!-margin-top-0">{inWords(counted.days.value, counted.of)}</p>
        )}
      </div>
      <BankHolidayList holidays={holidays} />
    </form>
  );
}

function BankHolidayList({ holidays }: { holidays: BankHolidays }) {
  return (
    <Details summary="Bank holidays in England and Wales" whenOpened>
      <DataTable
        caption="Bank holidays held"
        columns={["Day", "What"]}
        rows={holidays.days.map(({ day, name }) => [longDate(day), name])}
        words
      />
      <p className="govuk-body-s app-quiet">Source: {holidays.source}</p>
    </Details>
  );
}

function useCounting(holidays: BankHolidays) {
  const [typed, setTyped] = useState(() => ({ from: longDate(new Date().toISOString().slice(0, 10)), to: "" }));
  const [counted, setCounted] = useState<{ of: Days; days: Result<number, string> }>();
  const count = (event: FormEvent) => {
    event.preventDefault();
    const [from, to] = [dayIn(typed.from), dayIn(typed.to)];
    const both = from !== undefined && to !== undefined;
    setCounted({ of: { from, to }, days: both ? workingDaysUntil(from, to, holidays) : fail("") });
  };
  const problem = (side: "from" | "to") => {
    if (!counted || counted.days.ok) return undefined;
    const { from, to } = counted.of;
    if (counted.of[side] === undefined) return "Enter a day, like 1 October 2026";
    return side === "to" && from !== undefined && to !== undefined ? counted.days.error : undefined;
  };
  return { typed, setTyped, counted, count, problem };
}

const sides = [
  ["from", "After"],
  ["to", "Up to and on"],
] as const;

type Days = Record<"from" | "to", IsoDate | undefined>;

function dayIn(typed: string): IsoDate | undefined {
  const read = readDate(typed);
  return read === null || isUnread(read) ? undefined : read;
}

function inWords(count: number, { from = "", to = "" }: Days): string {
  const days = count === 1 ? "1 working day" : `${count} working days`;
  return `${days} after ${longDate(from)}, up to and on ${longDate(to)}.`;
}
