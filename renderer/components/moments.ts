const time = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit" });
const timeWithSeconds = new Intl.DateTimeFormat("en-GB", { hour: "2-digit", minute: "2-digit", second: "2-digit" });
const day = new Intl.DateTimeFormat("en-GB", { weekday: "long", day: "numeric", month: "long", year: "numeric" });

/** `14:02`, by this computer’s clock. Takes an ISO time. */
export function clockTime(iso: string): string {
  return time.format(new Date(iso));
}

/** `14:02:31`. */
export function clockTimeWithSeconds(iso: string): string {
  return timeWithSeconds.format(new Date(iso));
}

/** `Monday 23 November 2026`. */
export function dayOf(iso: string): string {
  return day.format(new Date(iso)).replace(",", "");
}
