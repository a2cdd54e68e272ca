import { useState, type FormEvent } from "react";
import type { CarryPreview, PlaceView } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { withScheme, type OpenedBid } from "../../app/opened-bid.ts";
import type { BidSession } from "../../app/use-bid.ts";
import { Trouble } from "../../components/trouble.tsx";
import { FolderChoice } from "../new-bid/folder-choice.tsx";
import { ProblemSummary, type Problems } from "../new-bid/problem-summary.tsx";
import { TitleQuestion } from "../new-bid/title-question.tsx";

interface CarryFormProps {
  bid: BidSession;
  preview: CarryPreview;
  places: { dialogs: boolean; folder: PlaceView };
  onOpened(bid: OpenedBid): void;
}

/** Names the new bid, makes it and opens it; the one that was open is saved and closed. */
export function CarryForm({ bid, preview, places, onOpened }: CarryFormProps) {
  const api = useApi();
  const [title, setTitle] = useState(preview.title);
  const [folder, setFolder] = useState(places.folder);
  const [problems, setProblems] = useState<Problems>({});
  const [trouble, setTrouble] = useState<string>();
  const [busy, setBusy] = useState(false);
  const make = async () => {
    await bid.flush();
    const first = bid.open.bid.id;
    const to = { scheme: preview.scheme.id, strand: preview.strand.id, title: title.trim(), folder: folder.token };
    const made = await api.carryBid({ bid: first, ...to });
    const opened = made.ok ? await withScheme(api, made.value) : made;
    if (!opened.ok) return setTrouble(opened.error.message);
    await api.closeBid({ bid: first });
    return onOpened(opened.value);
  };
  const submit = async (event: FormEvent) => {
    event.preventDefault();
    const found = title.trim() === "" ? { title: "Enter a title for the bid" } : {};
    setProblems(found);
    if ("title" in found || busy) return;
    setBusy(true);
    await make();
    setBusy(false);
  };
  return (
    <form noValidate onSubmit={(event) => void submit(event)}>
      {trouble !== undefined && <Trouble message={trouble} />}
      <ProblemSummary problems={problems} />
      <TitleQuestion title={title} error={problems.title} onType={setTitle} />
      <FolderChoice folder={folder} dialogs={places.dialogs} onChosen={setFolder} />
      <button type="submit" className="govuk-button" aria-disabled={busy}>
        Make the bid and open it
      </button>
    </form>
  );
}
