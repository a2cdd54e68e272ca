import type { OpeningNotice } from "../../src/contract/views.ts";
import { UpdateEffectsList } from "../components/update-effects-list.tsx";
import type { BidSession } from "./use-bid.ts";

interface VersionNoticeProps {
  bid: BidSession;
  scheme: NonNullable<OpeningNotice["scheme"]>;
}

/** What another version of the scheme changes for the bid, and the way to accept it. */
export function VersionNotice({ bid, scheme: { version, effects } }: VersionNoticeProps) {
  return (
    <>
      {effects && <UpdateEffectsList effects={effects} />}
      {bid.open.readOnly === undefined && (
        <button
          type="button"
          className="govuk-button govuk-!-margin-top-2"
          onClick={() => bid.edit([{ do: "adopt-scheme", version }])}
        >
          Go on under version {version}
        </button>
      )}
    </>
  );
}
