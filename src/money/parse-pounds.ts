import { fail, ok, type Result } from "../shared/result.ts";
import type { Pence } from "./pence.ts";

const plain = /^(\d{1,3}(?:,\d{3})+|\d+)?(?:\.(\d{1,2}))?$/;

/**
 * Reads pounds as an officer types or pastes them: `£1,234.50`, `(500)`, `-500`, `500-`.
 * Anything that could be read two ways (`1.2m`, `1,2`, `12k`) is refused, never guessed.
 *
 * @returns whole pence, or a plain sentence saying what to type instead
 */
export function parsePounds(typed: string): Result<Pence, string> {
  const text = typed.replaceAll(/[\s\u00a0\u2007\u2009\u202f\u200b]/g, "").replaceAll(/[\u2212\u2013]/g, "-");
  const { negative, digits } = takeSign(text);
  const parts = plain.exec(digits);
  if (!parts || digits === "") return fail(`“${typed.trim()}” is not an amount. Enter pounds, like 12500 or 12,500.00`);
  const whole = Number((parts[1] ?? "0").replaceAll(",", ""));
  const pence = whole * 100 + Number((parts[2] ?? "").padEnd(2, "0"));
  if (!Number.isSafeInteger(pence)) return fail(`“${typed.trim()}” is too large`);
  return ok(negative && pence !== 0 ? -pence : pence);
}

function takeSign(text: string): { negative: boolean; digits: string } {
  const bracketed = /^\((.*)\)$/.exec(text);
  const inner = bracketed?.[1] ?? text;
  const before = /^(?:£?-|-£?)(.+)$/.exec(inner);
  const after = /^(.+)-$/.exec(inner);
  const negative = Boolean(bracketed ?? before ?? after);
  return { negative, digits: (before?.[1] ?? after?.[1] ?? inner).replace(/^£/, "") };
}
