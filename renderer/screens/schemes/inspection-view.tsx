import type { SchemeInspection } from "../../../src/contract/views.ts";
import { changeLines } from "../../../src/schemes/change-words.ts";
import { fileSize } from "../../../src/fields/kinds/file.ts";
import { count } from "../../components/count.ts";
import { Details } from "../../components/details.tsx";
import { FocusedHeading } from "../../components/focused-heading.tsx";
import { UpdateEffectsList } from "../../components/update-effects-list.tsx";
import { FaultList } from "./scheme-list.tsx";

interface InspectionViewProps {
  seen: SchemeInspection;
  onLeave(): void;
  onInstall(): void;
}

/** What was found in a folder or zip, what it would change, and the choice. */
export function InspectionView({ seen, onLeave, onInstall }: InspectionViewProps) {
  const { name, scheme, faults, replaces } = seen;
  const sound = faults.length === 0;
  return (
    <div className="app-measure-wide">
      <p className="govuk-body">
        <button type="button" className="app-link-button" onClick={onLeave}>
          Back to the schemes
        </button>
      </p>
      <FocusedHeading className="app-wrap">{scheme ? `${scheme.title} ${scheme.version}` : name}</FocusedHeading>
      {!sound && (
        <div className="govuk-error-summary" role="alert">
          <h2 className="govuk-error-summary__title">This scheme cannot be added</h2>
          <FaultList faults={faults} />
        </div>
      )}
      <Contents seen={seen} />
      {sound && replaces && <Changes seen={seen} />}
      {sound && <Bids seen={seen} />}
      <div className="govuk-button-group">
        {sound && (
          <button type="button" className="govuk-button" onClick={onInstall}>
            {installName(seen)}
          </button>
        )}
        <button type="button" className="govuk-button govuk-button--secondary" onClick={onLeave}>
          {sound ? "Leave everything as it is" : "Back"}
        </button>
      </div>
    </div>
  );
}

function installName({ scheme, replaces }: SchemeInspection): string {
  if (!replaces) return "Add this scheme";
  if (!replaces.usable) return "Put this in place of it";
  return `Go from version ${replaces.version} to ${scheme?.version ?? ""}`;
}

function Contents({ seen: { scheme, files, leftOut } }: { seen: SchemeInspection }) {
  return (
    <>
      {scheme && (
        <p className="govuk-body">
          {scheme.publisher}. {count(scheme.questions, "question")}, {count(scheme.rules, "rule")},{" "}
          {count(scheme.strands.length, "strand")}. {scheme.summary}
        </p>
      )}
      {files.length > 0 && (
        <Details summary={`${count(files.length, "file")} in it`}>
          <ul className="govuk-list app-wrap">
            {files.map((file) => (
              <li key={file.name}>
                {file.name} <span className="app-quiet">({fileSize(file.bytes)})</span>
              </li>
            ))}
          </ul>
        </Details>
      )}
      {leftOut.length > 0 && (
        <Details summary={`${count(leftOut.length, "file")} left out`}>
          <ul className="govuk-list app-wrap">
            {leftOut.map((file) => (
              <li key={file}>{file}</li>
            ))}
          </ul>
        </Details>
      )}
    </>
  );
}

function Changes({ seen: { changes, replaces } }: { seen: SchemeInspection }) {
  return (
    <section aria-labelledby="scheme-changes">
      <h2 className="govuk-heading-m" id="scheme-changes">
        What changes in the scheme
      </h2>
      {replaces?.usable === false && (
        <p className="govuk-body">What is here now cannot be used, so nothing can be compared.</p>
      )}
      {replaces?.usable === true && changes.length === 0 && <p className="govuk-body">Nothing.</p>}
      <ul className="govuk-list govuk-list--bullet app-wrap">
        {changes.map((change) => {
          const { title, settings } = changeLines(change);
          return (
            <li key={`${change.part} ${change.id}`}>
              {title}
              {settings.length > 0 && (
                <ul className="govuk-list govuk-list--bullet">
                  {settings.map((setting, index) => (
                    <li key={index}>{setting}</li>
                  ))}
                </ul>
              )}
            </li>
          );
        })}
      </ul>
    </section>
  );
}

function Bids({ seen: { bids } }: { seen: SchemeInspection }) {
  if (bids.length === 0) return null;
  return (
    <section aria-labelledby="scheme-bids">
      <h2 className="govuk-heading-m" id="scheme-bids">
        What changes for your bids
      </h2>
      {bids.map(({ title, label, open, effects, cannotSay }) => (
        <article key={label} className="app-scheme">
          <h3 className="govuk-heading-s govuk-!-margin-bottom-1 app-wrap">{title}</h3>
          <p className="govuk-body-s app-quiet app-wrap">
            {label}
            {open ? ", open now" : ""}
          </p>
          {effects ? <UpdateEffectsList effects={effects} /> : <p className="govuk-body">{cannotSay}</p>}
        </article>
      ))}
    </section>
  );
}
