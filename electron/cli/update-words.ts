import { effectLines } from "../../src/bids/effect-words.ts";
import type { BidEffects } from "../../src/contract/views.ts";
import type { SchemeChange } from "../../src/schemes/scheme-change.ts";
import { changeLines } from "../../src/schemes/change-words.ts";

/** What an update changes in the scheme, a line each. */
export function changesInWords(changes: readonly SchemeChange[]): string[] {
  return changes.flatMap((one) => {
    const { title, settings } = changeLines(one);
    return [title, ...settings.map((setting) => `  ${setting}`)];
  });
}

/** What an update does to one bid. */
export function effectsInWords({ title, label, effects, cannotSay }: BidEffects): string[] {
  const name = `${title} (${label})`;
  if (!effects) return [`${name}: ${cannotSay ?? ""}`];
  const groups = effectLines(effects);
  return [
    `${name}, from version ${effects.from} to ${effects.to}:`,
    ...groups.flatMap((group) => [`  ${group.title}`, ...group.lines.map((line) => `    ${line}`)]),
  ];
}
