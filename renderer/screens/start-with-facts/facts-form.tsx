import { useState, type FormEvent } from "react";
import type { PlaceView, SchemeSummary } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { withScheme, type OpenedBid } from "../../app/opened-bid.ts";
import { Trouble } from "../../components/trouble.tsx";
import { FolderChoice } from "../new-bid/folder-choice.tsx";
import { ProblemSummary, type Problems } from "../new-bid/problem-summary.tsx";
import { TitleQuestion } from "../new-bid/title-question.tsx";

interface FactsFormProps {
  outline: SchemeSummary;
  places: { dialogs: boolean; folder: PlaceView };
  onOpened(bid: OpenedBid): void;
}

export function FactsForm({ outline, places, onOpened }: FactsFormProps) {
  const api = useApi();
  const [title, setTitle] = useState("");
  const [folder, setFolder] = useState(places.folder);
  const [problems, setProblems] = useState<Problems>({});
  const [trouble, setTrouble] = useState<string>();
  const begin = async (event: FormEvent) => {
    event.preventDefault();
    const found = title.trim() === "" ? { title: "Enter a title for the project" } : {};
    setProblems(found);
    if ("title" in found) return;
    const strand = outline.strands[0]?.id ?? "";
    const made = await api.newBid({ scheme: outline.id, strand, title: title.trim(), folder: folder.token });
    const opened = made.ok ? await withScheme(api, made.value) : made;
    if (opened.ok) onOpened(opened.value);
    else setTrouble(opened.error.message);
  };
  return (
    <form className="app-measure" noValidate onSubmit={(event) => void begin(event)}>
      {trouble !== undefined && <Trouble message={trouble} />}
      <ProblemSummary problems={problems} />
      <p className="govuk-body-l">{outline.summary}</p>
      <TitleQuestion title={title} error={problems.title} onType={setTitle} what="project" />
      <FolderChoice folder={folder} dialogs={places.dialogs} onChosen={setFolder} />
      <button type="submit" className="govuk-button">
        Write the facts down
      </button>
    </form>
  );
}
