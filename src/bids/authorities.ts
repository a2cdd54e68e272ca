import * as z from "zod";
import type { IsoDate } from "../shared/dates.ts";

/** One council, current or former, as `templates/shared/authorities.yaml` holds it. */
const authority = z.strictObject({
  code: z.string(),
  name: z.string(),
  short: z.string(),
  gss: z.string(),
  type: z.string(),
  nation: z.string(),
  region: z.string().exactOptional(),
  from: z.iso.date().exactOptional(),
  until: z.iso.date().exactOptional(),
  successors: z.array(z.string()).exactOptional(),
});
export type Authority = z.infer<typeof authority>;

export const authorityRegister = z.strictObject({ attribution: z.string(), authorities: z.array(authority) });

/** Whether the council existed on a day. No recorded start means it is old enough not to matter. */
export function existedOn(body: Authority, day: IsoDate): boolean {
  return (body.from === undefined || body.from <= day) && (body.until === undefined || day <= body.until);
}

/** Councils whose name holds every word asked for; those that existed on the day come first. */
export function findAuthorities(all: readonly Authority[], text: string, day: IsoDate | undefined): Authority[] {
  const words = text.toLowerCase().split(/\s+/).filter(Boolean);
  if (words.length === 0) return [];
  const found = all.filter((body) => words.every((word) => `${body.name} ${body.short}`.toLowerCase().includes(word)));
  const past = (body: Authority) => (day !== undefined && !existedOn(body, day) ? 1 : 0);
  return found.toSorted((a, b) => past(a) - past(b) || a.name.localeCompare(b.name, "en-GB")).slice(0, 20);
}
