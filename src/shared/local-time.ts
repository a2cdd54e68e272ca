import { longDate } from "./dates.ts";

/** `23 November 2026 at 14:02`, by this computer’s clock. Takes an ISO time; text that is none comes back as it was. */
export function dayAndTime(iso: string): string {
  const time = new Date(iso);
  if (Number.isNaN(time.getTime())) return iso;
  const two = (part: number) => String(part).padStart(2, "0");
  const day = `${time.getFullYear()}-${two(time.getMonth() + 1)}-${two(time.getDate())}`;
  return `${longDate(day)} at ${two(time.getHours())}:${two(time.getMinutes())}`;
}
