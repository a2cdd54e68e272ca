import { useCallback, useState } from "react";
import type { HistoryItem } from "../../../src/contract/views.ts";
import { questionOf } from "../../../src/schemes/scheme-schema.ts";
import { ok } from "../../../src/shared/result.ts";
import { useApi } from "../../app/api.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { useReply } from "../../app/use-reply.ts";
import { Trouble } from "../../components/trouble.tsx";
import { CompareBar } from "./compare-bar.tsx";
import { HistoryFilters } from "./history-filters.tsx";
import { historySteps } from "./history-groups.ts";
import { HistoryList } from "./history-list.tsx";
import { NameVersion } from "./name-version.tsx";

/** The most the app is asked for at once. */
const limit = 2000;

interface HistoryScreenProps {
  bid: BidSession;
  question: string | undefined;
}

/** Every change of the bid or of one answer, newest first; any two points can be compared. */
export function HistoryScreen({ bid, question }: HistoryScreenProps) {
  const history = useHistory(bid, question);
  const label = question === undefined ? undefined : questionOf(bid.scheme, question)?.label;
  return (
    <>
      {label !== undefined && <span className="govuk-caption-l">History of one answer</span>}
      <h1 className="govuk-heading-l app-wrap">{label ?? "History"}</h1>
      {history.state === "failed" && <Trouble message={history.error.message} />}
      {history.state === "ready" && <Looking bid={bid} question={question} {...history.value} />}
    </>
  );
}

function Looking({ bid, question, items, all }: HistoryScreenProps & Held) {
  const [who, setWho] = useState("");
  const [chosen, setChosen] = useState<readonly string[]>([]);
  const people = [...new Set(items.map((item) => item.who))].toSorted((a, b) => a.localeCompare(b));
  const steps = historySteps(items, all);
  const choose = (entry: string, on: boolean) =>
    setChosen(on ? [...chosen, entry].slice(-2) : chosen.filter((one) => one !== entry));
  const mayName = bid.open.readOnly === undefined && question === undefined;
  return (
    <div className="app-history">
      <aside className="app-history__side" aria-label="Compare and name">
        <CompareBar steps={steps} chosen={chosen} question={question} onClear={() => setChosen([])} />
        {mayName && <NameVersion bid={bid} />}
      </aside>
      <div className="app-history__main">
        <HistoryFilters bid={bid} question={question} people={people} who={who} onWho={setWho} />
        {items.length === limit && (
          <p className="govuk-inset-text">
            Only the newest {limit} changes are listed here. Older ones are in the file.
          </p>
        )}
        <HistoryList
          steps={steps.filter((step) => who === "" || step.who === who)}
          question={question}
          chosen={chosen}
          onChoose={choose}
        />
      </div>
    </div>
  );
}

interface Held {
  /** Newest first: those that are listed, and all there are. */
  items: HistoryItem[];
  all: HistoryItem[];
}

/** Every change, and those of the question; asked again whenever something new is safe. */
function useHistory({ open }: BidSession, question: string | undefined) {
  const api = useApi();
  const id = open.bid.id;
  const ask = useCallback(async () => {
    const all = await api.history({ bid: id, limit });
    if (!all.ok || question === undefined) return all.ok ? ok({ all: all.value, items: all.value }) : all;
    const own = await api.history({ bid: id, limit, question });
    return own.ok ? ok({ all: all.value, items: own.value }) : own;
  }, [api, id, question]);
  return useReply(ask, open.saved.safeAt);
}
