import type { ReactNode } from "react";
import type { ConflictView } from "../../../src/contract/views.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";
import { WordMarks } from "../../components/word-marks.tsx";

interface ConflictSidesProps {
  conflict: ConflictView;
  /** Said of the side that the form holds until the clash is settled. */
  standing: string;
  /** What can be done with one side; stands under its text. */
  renderAction?(side: 0 | 1): ReactNode;
}

/** Both texts side by side, with what each changed of what was there before. */
export function ConflictSides({ conflict: { sides }, standing, renderAction }: ConflictSidesProps) {
  return (
    <div className="app-sides">
      {([0, 1] as const).map((side) => {
        const { who, at, text, words, stands } = sides[side];
        return (
          <div key={side} className="app-sides__one">
            <p className="app-sides__who">
              <strong>{who}</strong> <span className="app-quiet">{dayAndTime(at)}</span>
            </p>
            {stands && <strong className="govuk-tag app-sides__stands">{standing}</strong>}
            <div className="app-sides__text">
              {text === "" ? <p className="govuk-body app-quiet">No answer</p> : <WordMarks words={words} whole />}
            </div>
            {renderAction?.(side)}
          </div>
        );
      })}
    </div>
  );
}
