import fc from "fast-check";

const first = Date.UTC(1990, 0, 1) / 60_000;
const last = Date.UTC(2060, 0, 1) / 60_000;

const iso = (minute: number) => new Date(minute * 60_000).toISOString();

/** Any minute of the years that a scheme may name. */
export const anyMoment = fc.integer({ min: first, max: last }).map((minute) => iso(minute).slice(0, 16));

/** Any day of them. */
export const anyDay = fc.integer({ min: first, max: last }).map((minute) => iso(minute).slice(0, 10));
