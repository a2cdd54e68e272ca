import { conditionInWords } from "../rules/condition-words.ts";
import { referencesOf } from "../rules/condition.ts";
import type { Rule } from "../rules/rule.ts";
import { compareById, type SchemeChange, type SettingChange } from "./scheme-change.ts";
import { differingParts, isEqual } from "./differing-parts.ts";
import { partNamesOf } from "./part-names.ts";
import type { Scheme } from "./scheme-schema.ts";
import { inWords } from "./setting-words.ts";

/** Rules that came, went or changed: their words, severity, tests, sources, and the figures they compare with. */
export function compareRules(before: Scheme, after: Scheme): SchemeChange[] {
  return compareById("rule", [before.rules, after.rules], {
    label: (rule) => rule.says,
    settings: (was, is) => [...ownSettings([before, was], [after, is]), ...figureSettings(before, after, is)],
  });
}

type In = [Scheme, Rule];

const settingNames: Readonly<Record<string, string>> = {
  says: "Rule",
  severity: "Severity",
  register: "Number in the register",
  about: "Question it is about",
  sources: "Sources",
  advice: "What to do",
  "offers-change": "Offers a change",
  survives: "Changes no example tells",
};

function ownSettings([old, was]: In, [now, is]: In): SettingChange[] {
  const { applies: wasFor, test: wasMet, ...before } = was;
  const { applies: isFor, test: isMet, ...after } = is;
  const keys = new Set(differingParts(before, after).map(({ path }) => path[0] ?? ""));
  const plain = [...keys].map((key) => {
    if (key === "examples") return exampleSetting(was.examples, is.examples);
    const [one, other] = [before[key as keyof typeof before], after[key as keyof typeof after]];
    return { what: settingNames[key] ?? key, before: inWords(one), after: inWords(other) };
  });
  const words = (scheme: Scheme, condition: Rule["applies"]) =>
    condition === undefined ? "always" : conditionInWords(condition, partNamesOf(scheme));
  const conditions = [
    { what: "Applies where", equal: isEqual(wasFor, isFor), before: words(old, wasFor), after: words(now, isFor) },
    { what: "Met where", equal: isEqual(wasMet, isMet), before: words(old, wasMet), after: words(now, isMet) },
  ];
  return [...plain, ...conditions.flatMap(({ equal, ...one }) => (equal ? [] : [one]))];
}

/** Examples are long and say nothing that the test does not; which of them differ is enough. */
function exampleSetting(was: Rule["examples"], is: Rule["examples"]): SettingChange {
  const differing = (these: Rule["examples"], those: Rule["examples"]) => {
    const others = these.filter((one) => !those.some((other) => isEqual(one, other)));
    return others.map(({ name, expect }) => `${name}: ${expect}`).join("; ");
  };
  return { what: "Worked examples that differ", before: differing(was, is), after: differing(is, was) };
}

/** A rule can change without a word of it changing: by the figure or the table it looks at. */
function figureSettings(before: Scheme, after: Scheme, rule: Rule): SettingChange[] {
  const references = [...referencesOf(rule.applies), ...referencesOf(rule.test)];
  const ids = (to: string) => [...new Set(references.filter((one) => one.to === to).map((one) => one.id))];
  const [old, now] = [partNamesOf(before), partNamesOf(after)];
  const figures = ids("figure")
    .map((id) => ({ what: "Figure it compares with", before: old.figure(id), after: now.figure(id) }))
    .filter((one) => one.before !== one.after);
  const tables = ids("lookup")
    .filter((id) => !isEqual(before.tables[id], after.tables[id]))
    .map((id) => ({ what: "Table it looks things up in", before: old.table(id), after: now.table(id) }));
  return [...figures, ...tables];
}
