import { isUnread, type Unread } from "../../src/fields/field.ts";
import { isIsoDate } from "../../src/shared/dates.ts";
import { isMoment, partsOfMoment, shortTime, type Moment } from "../../src/shared/moments.ts";
import type { DayParts } from "./day-boxes.tsx";
import { readTime } from "./read-moment.ts";
import { isoDate } from "./read-typed.ts";

/** A moment as it stands in its four boxes. */
export type MomentParts = DayParts & { time: string };

/** What four boxes say: a moment, the text of what was typed where they say none, or nothing. */
export function momentOf(parts: MomentParts): Moment | Unread | null {
  const [day, month, year, time] = [parts.day, parts.month, parts.year, parts.time].map((part) => part.trim()) as [
    string,
    string,
    string,
    string,
  ];
  if (`${day}${month}${year}${time}` === "") return null;
  const moment = `${isoDate({ day, month, year })}T${readTime(time) ?? ""}`;
  if (isMoment(moment)) return moment;
  const written = `${day}${month}${year}` === "" ? [] : [`${day}/${month}/${year}`];
  return { unread: [...written, ...(time === "" ? [] : [time])].join(", ") };
}

/** The reverse of {@link momentOf}. Text that was typed elsewhere, and has no slashes, stands in the box of the time. */
export function momentParts(value: unknown): MomentParts {
  const text = isUnread(value) ? value.unread : typeof value === "string" ? value : "";
  if (isMoment(text)) {
    const { day, time } = partsOfMoment(text);
    return { ...dayParts(day), time: time === "00:00" ? time : shortTime(time) };
  }
  const [day = "", month, ...rest] = text.split("/");
  if (month !== undefined) return { day, month, ...yearAndTime(rest.join("/")) };
  return isIsoDate(text) ? { ...dayParts(text), time: "" } : { day: "", month: "", year: "", time: text };
}

function dayParts(iso: string): DayParts {
  const [year = "", month, day] = iso.split("-");
  return { day: String(Number(day)), month: String(Number(month)), year };
}

function yearAndTime(text: string): { year: string; time: string } {
  const [, year = "", time = ""] = /^([^,]*),\s*(.*)$/s.exec(text) ?? /^(\S+)\s+(.*)$/s.exec(text) ?? [];
  return text.includes(",") || readTime(time) !== undefined ? { year, time } : { year: text, time: "" };
}
