import { useState } from "react";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Trouble } from "../../components/trouble.tsx";

type Checked = { state: "not yet" | "checking" } | { state: "done"; problems: string[] };

/** Reads the file on disk again and works its whole history through. */
export function CheckFile({ bid }: { bid: BidSession }) {
  const api = useApi();
  const [checked, setChecked] = useState<Checked>({ state: "not yet" });
  const check = async () => {
    setChecked({ state: "checking" });
    await bid.flush();
    const reply = await api.verifyFile({ bid: bid.open.bid.id });
    setChecked({ state: "done", problems: reply.ok ? reply.value : [reply.error.message] });
  };
  return (
    <section aria-labelledby="check-file" className="app-check-file">
      <h2 className="govuk-heading-m" id="check-file">
        Check this file
      </h2>
      <p className="govuk-body">
        Every change in the file carries a fingerprint of the one before it. Checking works them all through, and finds
        damage and changes made outside Bidwright.
      </p>
      <button
        type="button"
        className="govuk-button govuk-button--secondary"
        aria-disabled={checked.state === "checking"}
        onClick={() => checked.state !== "checking" && void check()}
      >
        {checked.state === "checking" ? "Checking…" : "Check this file"}
      </button>
      <div role="status">{checked.state === "done" && checked.problems.length === 0 && <AllWell />}</div>
      {checked.state === "done" && checked.problems.length > 0 && <Trouble message={checked.problems.join(" ")} />}
    </section>
  );
}

function AllWell() {
  return (
    <p className="app-done govuk-body govuk-!-margin-top-0">
      <strong>The file is whole.</strong> All of it could be read, and every change in its history fits the one before.
    </p>
  );
}
