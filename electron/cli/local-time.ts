import { isIsoDate } from "../../src/shared/dates.ts";

export { localTime } from "../../src/shared/moments.ts";

const written = /^(\d{4}-\d\d-\d\d)(?:[T ](\d\d:\d\d)(:\d\d)?(\.\d+)?)?(Z|[+-]\d\d:\d\d)?$/;

/**
 * The last moment, in milliseconds, of the day, minute or second that somebody names; local unless it says its zone.
 * History shows minutes, so a minute copied from there takes in what was done within it.
 */
export function lastMomentOf(text: string): number | undefined {
  const [, day = "", minute, second, fraction, zone = ""] = written.exec(text.trim()) ?? [];
  if (!isIsoDate(day)) return undefined;
  const rest = `${minute ?? "23:59"}${second ?? ":59"}${fraction ?? ".999"}`;
  const moment = Date.parse(`${day}T${rest}${zone}`);
  return Number.isNaN(moment) ? undefined : moment;
}
