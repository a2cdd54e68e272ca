import { useEffect, useRef, useState, type RefObject } from "react";
import type { SettledAs } from "../../../src/history/settle.ts";
import { useApi } from "../../app/api.ts";
import { addressOf } from "../../app/routes.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { count } from "../../components/count.ts";
import { Trouble } from "../../components/trouble.tsx";
import { ConflictCard } from "./conflict-card.tsx";

/** What two people changed in different ways, to be settled one by one. */
export function SettleScreen({ bid, conflict: wanted }: { bid: BidSession; conflict: string | undefined }) {
  const { conflicts, readOnly } = bid.open;
  const { trouble, settle, said } = useSettle(bid);
  const heading = useRef<HTMLHeadingElement>(null);
  useFocusOnClash(wanted);
  useFocusOnNext(conflicts.length, heading);
  return (
    <>
      <a className="govuk-back-link govuk-!-margin-top-0" href={addressOf("task-list")}>
        Tasks
      </a>
      <h1 className="govuk-heading-l" ref={heading} tabIndex={-1}>
        {conflicts.length === 0 ? "Everything is settled" : "Settle what both sides changed"}
      </h1>
      <p className="govuk-body-l" role="status">
        {said} {conflicts.length === 0 ? "Nothing is left to settle." : `${conflicts.length} left to settle.`}
      </p>
      {conflicts.length > 0 && (
        <p className="govuk-body app-measure">
          Until you choose, the text that is marked so stands in the form, and the bid cannot be sent. The choice can be
          undone.
        </p>
      )}
      {trouble !== undefined && <Trouble message={trouble} />}
      {conflicts.map((conflict, index) => (
        <ConflictCard
          key={conflict.id}
          bid={bid}
          conflict={conflict}
          position={`${index + 1} of ${count(conflicts.length, "clash", "clashes")}`}
          locked={readOnly !== undefined}
          onKeep={(side) => void settle(conflict.id, side)}
        />
      ))}
      {conflicts.length === 0 && (
        <a className="govuk-button" href={addressOf("task-list")}>
          Back to the tasks
        </a>
      )}
    </>
  );
}

/** An address may lead to one clash. */
function useFocusOnClash(wanted: string | undefined): void {
  useEffect(() => {
    const card = wanted === undefined ? null : document.getElementById(`conflict-${wanted}`);
    card?.scrollIntoView({ block: "start" });
    card?.querySelector<HTMLElement>("h2")?.focus({ preventScroll: true });
  }, [wanted]);
}

/** The button that settled a clash is gone with it, so the focus goes to the next clash, or to the heading after the last. */
function useFocusOnNext(count: number, heading: RefObject<HTMLElement | null>): void {
  const before = useRef(count);
  useEffect(() => {
    if (count < before.current) (document.querySelector<HTMLElement>(".app-conflict h2") ?? heading.current)?.focus();
    before.current = count;
  }, [count, heading]);
}

function useSettle(bid: BidSession) {
  const api = useApi();
  const [trouble, setTrouble] = useState<string>();
  const [said, setSaid] = useState("");
  const settle = async (conflict: string, side: SettledAs) => {
    const found = bid.open.conflicts.find((one) => one.id === conflict);
    const reply = await bid.change((id) => api.settle({ bid: id, conflict, side }));
    setTrouble(reply.ok ? undefined : reply.error.message);
    if (reply.ok && found) setSaid(`Settled: ${found.label}.`);
  };
  return { trouble, said, settle };
}
