import { effectLines } from "../../src/bids/effect-words.ts";
import type { UpdateEffects } from "../../src/bids/update-effects.ts";

/** What going to another version of its scheme does to one bid, group by group. */
export function UpdateEffectsList({ effects }: { effects: UpdateEffects }) {
  return effectLines(effects).map(({ title, lines }) => (
    <div key={title} className="app-effects">
      <p className="govuk-body govuk-!-font-weight-bold govuk-!-margin-bottom-1">{title}</p>
      {lines.length > 0 && (
        <ul className="govuk-list govuk-list--bullet app-wrap">
          {lines.map((line) => (
            <li key={line}>{line}</li>
          ))}
        </ul>
      )}
    </div>
  ));
}
