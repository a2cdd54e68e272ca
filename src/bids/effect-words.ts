import type { AskedEffect, FindingEffect, LimitEffect, RuleEffect, UpdateEffects } from "./update-effects.ts";

export interface EffectGroup {
  title: string;
  lines: string[];
}

/** What an update does to a bid, for people, group by group. The first says that every answer is kept. */
export function effectLines(effects: UpdateEffects): EffectGroup[] {
  const { findings, rules, asked, limits } = effects;
  const groups = [
    { title: "Rules", lines: rules.map(ruleLine) },
    { title: "Findings", lines: findings.map(findingLine) },
    { title: "Questions", lines: asked.map(askedLine) },
    { title: "Limits", lines: limits.map(limitLine) },
  ].filter((group) => group.lines.length > 0);
  return [{ title: keptLine(effects), lines: unaskedLines(effects) }, ...groups, readyGroup(effects)];
}

function keptLine({ kept }: UpdateEffects): string {
  if (kept === 0) return "No question is answered yet.";
  return kept === 1 ? "The 1 answer given is kept." : `All ${kept} answers given are kept.`;
}

function unaskedLines({ unasked }: UpdateEffects): string[] {
  return unasked.map(({ label }) => `Kept in the bid, and asked for no more: “${label}”`);
}

function readyGroup({ ready: { before, after } }: UpdateEffects): EffectGroup {
  if (before === after)
    return { title: after ? "The bid stays ready to send." : "The bid is not ready to send, as before.", lines: [] };
  return { title: after ? "The bid becomes ready to send." : "The bid is not ready to send any more.", lines: [] };
}

function ruleLine({ before, after }: RuleEffect): string {
  if (!before && after) return `New, ${after.outcome}: ${after.says}`;
  if (before && !after) return `Gone, was ${before.outcome}: ${before.says}`;
  if (!before || !after) return "";
  const outcome =
    before.outcome === after.outcome ? `Still ${after.outcome}` : `From ${before.outcome} to ${after.outcome}`;
  return before.says === after.says
    ? `${outcome}: ${after.says}`
    : `${outcome}, in other words: ${after.says} (before: ${before.says})`;
}

function findingLine({ before, after }: FindingEffect): string {
  if (!before && after) return `New ${after.severity}: ${after.says} ${after.working}`;
  if (before && !after) return `No longer found: ${before.says}`;
  if (!before || !after) return "";
  const severity = before.severity === after.severity ? after.severity : `${before.severity}, now ${after.severity}`;
  return `Changed ${severity}: ${after.says} ${after.working}`;
}

const askedWords: Record<AskedEffect["now"], string> = {
  asked: "Asked now",
  "not asked": "Not asked any more",
  gone: "Gone from the scheme",
};

function askedLine({ now, label, answered }: AskedEffect): string {
  return `${askedWords[now]}: “${label}”${answered ? " (the answer is kept)" : ""}`;
}

function limitLine({ label, what, before, after }: LimitEffect): string {
  return `“${label}”, ${what}: ${before === "" ? "nothing" : before} → ${after === "" ? "nothing" : after}`;
}
