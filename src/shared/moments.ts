import { isIsoDate, longDate, type IsoDate } from "./dates.ts";

/**
 * A day with a time of day, `2014-02-10T17:00`: what a clock on a wall in the United Kingdom shows. It has no zone,
 * so that a deadline means the same whatever a computer is set to, and summer time moves nothing.
 */
export type Moment = string;

/** A time of day by the 24-hour clock, `17:00`. */
export type TimeOfDay = string;

const moment = /^(\d{4}-\d{2}-\d{2})T(\d{2}:\d{2})$/;
const minutesADay = 1440;
const plain = new Intl.NumberFormat("en-GB");

/** `00:00` to `23:59`. */
export function isTimeOfDay(text: string): boolean {
  return /^(?:[01]\d|2[0-3]):[0-5]\d$/.test(text);
}

/** True only for a time that exists on a day that exists: 24:00 is none. */
export function isMoment(text: string): boolean {
  const parts = moment.exec(text);
  return parts !== null && isIsoDate(parts[1] ?? "") && isTimeOfDay(parts[2] ?? "");
}

/** The day and the time of a moment. */
export function partsOfMoment(text: Moment): { day: IsoDate; time: TimeOfDay } {
  return { day: text.slice(0, 10), time: text.slice(11) };
}

/** `17:00` as `5pm`, `09:30` as `9.30am` and `12:00` as `midday`. */
export function shortTime(time: TimeOfDay): string {
  if (time === "12:00") return "midday";
  const [hours, minutes] = time.split(":").map(Number) as [number, number];
  const past = minutes === 0 ? "" : `.${String(minutes).padStart(2, "0")}`;
  return `${hours % 12 === 0 ? 12 : hours % 12}${past}${hours < 12 ? "am" : "pm"}`;
}

/** An ISO time as the clock on the wall here shows it, to the minute: `2013-06-01 14:00`; other text comes back as it was. */
export function localTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${day} ${two(time.getHours())}:${two(time.getMinutes())}`;
}

/** An ISO time in words that are the same in every zone and say which they go by: `2013-06-01 13:00 UTC`. */
export function utcTime(iso: string): string {
  return `${iso.slice(0, 16).replace("T", " ")} UTC`;
}

/** The first minute of a day, in words that nobody takes for its end. */
export const startOfDay = "midnight at the start of";

/** `5pm on 10 February 2014`; text that is not a moment comes back as it was. */
export function longMoment(text: Moment): string {
  if (!isMoment(text)) return text;
  const { day, time } = partsOfMoment(text);
  return time === "00:00" ? `${startOfDay} ${longDate(day)}` : `${shortTime(time)} on ${longDate(day)}`;
}

/** The first and the last minute of a day or of a moment, counted from 1970; undefined for any other text. */
export function minutesOf(text: string): [first: number, last: number] | undefined {
  if (isMoment(text)) {
    const minute = Date.parse(`${text}Z`) / 60_000;
    return [minute, minute];
  }
  if (!isIsoDate(text)) return undefined;
  const first = Date.parse(text) / 60_000;
  return [first, first + minutesADay - 1];
}

/** `3 days`, `2 hours and 5 minutes`. Takes whole minutes; summer time is not counted. */
export function longSpan(minutes: number): string {
  const counted: [count: number, unit: string][] = [
    [Math.floor(minutes / minutesADay), "day"],
    [Math.floor((minutes % minutesADay) / 60), "hour"],
    [minutes % 60, "minute"],
  ];
  const parts = counted.flatMap(([count, unit]) =>
    count === 0 ? [] : [`${plain.format(count)} ${unit}${count === 1 ? "" : "s"}`],
  );
  const last = parts.pop() ?? "0 minutes";
  return parts.length === 0 ? last : `${parts.join(", ")} and ${last}`;
}
