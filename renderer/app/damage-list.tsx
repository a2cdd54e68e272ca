import type { OpeningNotice } from "../../src/contract/views.ts";

/** What is gone of a damaged file, and, apart from that, what was put right. */
export function DamageList({ notice: { kind, lost = [], mended = [] } }: { notice: OpeningNotice }) {
  return (
    <>
      <Sentences title={kind === "read-only" ? "Not shown, or doubtful" : "Lost or doubtful"} sentences={lost} />
      <Sentences title="Damaged, and put right" sentences={mended} />
    </>
  );
}

function Sentences({ title, sentences }: { title: string; sentences: readonly string[] }) {
  if (sentences.length === 0) return null;
  return (
    <>
      <h3 className="govuk-heading-s govuk-!-margin-bottom-1">{title}</h3>
      <ul className="govuk-list govuk-list--bullet app-wrap">
        {sentences.map((one) => (
          <li key={one}>{one}</li>
        ))}
      </ul>
    </>
  );
}
