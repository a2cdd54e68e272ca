import { appraisalFaults } from "./check-appraisal.ts";
import { figureFaults } from "./check-figures.ts";
import { citationFaults, danglingReferences, repeatedIds } from "./check-references.ts";
import { exampleFaults, ruleFaults } from "./check-rules.ts";
import { guidanceFaults } from "./check-guidance.ts";
import { sizeFaults } from "./check-size.ts";
import { circularQuestions, questionsAskedByMoney } from "./when-asked.ts";
import { conflictingRules } from "./conflicting-rules.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import type { Scheme } from "./scheme-schema.ts";

/** Everything that is wrong with a scheme; none means it can be used. Examples run once all else is sound. */
export function checkScheme(scheme: Scheme): SchemeFault[] {
  const size = sizeFaults(scheme);
  if (size.length > 0) return size;
  const faults = [
    ...repeatedIds(scheme),
    ...danglingReferences(scheme),
    ...citationFaults(scheme),
    ...figureFaults(scheme),
    ...appraisalFaults(scheme),
    ...ruleFaults(scheme),
    ...circularQuestions(scheme),
    ...questionsAskedByMoney(scheme),
    ...guidanceFaults(scheme),
  ];
  return faults.length > 0 ? faults : [...exampleFaults(scheme), ...conflictingRules(scheme)];
}
