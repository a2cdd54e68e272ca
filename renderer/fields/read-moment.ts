import { isMoment, isTimeOfDay, startOfDay, type Moment, type TimeOfDay } from "../../src/shared/moments.ts";
import { readDate, readWith, type Typed } from "./read-typed.ts";

/** More words than these are no moment, and need no trying. */
const mostWords = 12;

const twelveHours = /^(\d{1,2})(?:[.:](\d{2}))?\s?([ap])\.?m\.?$/;
const twentyFourHours = /^(\d{1,2})[.:](\d{2})(?::00)?$/;

/**
 * `5pm`, `9.30am`, `17:00` and `midday`. A bare `5` could be either half of the day and “midnight” either end of it, so
 * neither is read.
 */
export function readTime(typed: string): TimeOfDay | undefined {
  const text = typed.trim().toLowerCase();
  if (/^(?:12 )?(?:midday|noon)$/.test(text)) return "12:00";
  const time = byTwelve(twelveHours.exec(text)) ?? byTwentyFour(twentyFourHours.exec(text));
  return time !== undefined && isTimeOfDay(time) ? time : undefined;
}

function byTwelve(parts: RegExpExecArray | null): string | undefined {
  if (parts === null) return undefined;
  const [, hour, past = "00", side] = parts;
  const number = Number(hour);
  return number >= 1 && number <= 12 ? written((number % 12) + (side === "p" ? 12 : 0), past) : undefined;
}

function byTwentyFour(parts: RegExpExecArray | null): string | undefined {
  return parts === null ? undefined : written(Number(parts[1]), parts[2] ?? "");
}

function written(hour: number, minutes: string): string {
  return `${String(hour).padStart(2, "0")}:${minutes}`;
}

/** `5pm on 10 February 2014`, `10/2/2014 17:00`, `2014-02-10T17:00`: the day and the time in either order. */
export function readMoment(typed: string): Typed<Moment> {
  return readWith(typed, (text) => {
    if (isMoment(text)) return text;
    if (text.startsWith(startOfDay)) return momentOn(text.slice(startOfDay.length), "00:00");
    const words = text.split(/\s+/);
    if (words.length > mostWords) return undefined;
    for (let cut = 1; cut < words.length; cut += 1) {
      const [first, last] = [words.slice(0, cut), words.slice(cut)].map(plainPart) as [string, string];
      const moment = momentOn(last, readTime(first)) ?? momentOn(first, readTime(last));
      if (moment !== undefined) return moment;
    }
    return undefined;
  });
}

/** Without the word or the comma that joins a day and a time. */
function plainPart(words: readonly string[]): string {
  return words
    .join(" ")
    .replace(/^(?:at|on) /i, "")
    .replace(/(?:,| at| on)$/i, "");
}

function momentOn(day: string, time: TimeOfDay | undefined): Moment | undefined {
  const read = time === undefined ? null : readDate(day);
  return typeof read === "string" ? `${read}T${time}` : undefined;
}
