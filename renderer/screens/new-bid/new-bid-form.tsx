import { useState, type FormEvent } from "react";
import type { PlaceView, SchemeSummary } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { withScheme, type OpenedBid } from "../../app/opened-bid.ts";
import { Trouble } from "../../components/trouble.tsx";
import { FolderChoice } from "./folder-choice.tsx";
import { ProblemSummary, type Problems } from "./problem-summary.tsx";
import { RadioQuestion } from "./radio-question.tsx";
import { TitleQuestion } from "./title-question.tsx";

interface NewBidFormProps {
  schemes: readonly SchemeSummary[];
  places: { dialogs: boolean; folder: PlaceView };
  onOpened(bid: OpenedBid): void;
}

export function NewBidForm(props: NewBidFormProps) {
  const made = useNewBid(props);
  return (
    <form className="app-measure" noValidate onSubmit={(event) => void made.create(event)}>
      {made.trouble !== undefined && <Trouble message={made.trouble} />}
      <ProblemSummary problems={made.problems} />
      <RadioQuestion
        id="scheme"
        legend="Which scheme are you bidding to?"
        options={made.usable}
        chosen={made.chosen}
        error={made.problems.scheme}
        onChoose={(id) => {
          made.setChosen(id);
          made.setStrand(undefined);
        }}
      />
      <UnusableSchemes schemes={props.schemes.filter((one) => one.problems.length > 0)} />
      {made.scheme && (
        <RadioQuestion
          id="strand"
          legend="Which strand?"
          options={made.scheme.strands}
          chosen={made.strand}
          error={made.problems.strand}
          onChoose={made.setStrand}
        />
      )}
      <TitleQuestion title={made.title} error={made.problems.title} onType={made.setTitle} />
      <FolderChoice folder={made.folder} dialogs={props.places.dialogs} onChosen={made.setFolder} />
      <button type="submit" className="govuk-button">
        Create the bid
      </button>
    </form>
  );
}

/** The answers that make a new bid, and the making of it. */
function useNewBid({ schemes, places, onOpened }: NewBidFormProps) {
  const api = useApi();
  const usable = schemes.filter((one) => one.problems.length === 0 && one.outline !== true);
  const [chosen, setChosen] = useState(usable.length === 1 ? usable[0]?.id : undefined);
  const [strand, setStrand] = useState<string>();
  const [title, setTitle] = useState("");
  const [folder, setFolder] = useState(places.folder);
  const [problems, setProblems] = useState<Problems>({});
  const [trouble, setTrouble] = useState<string>();
  const scheme = usable.find((one) => one.id === chosen);

  const create = async (event: FormEvent) => {
    event.preventDefault();
    const found = problemsOf({ scheme, strand, title });
    setProblems(found);
    if (!scheme || strand === undefined || Object.keys(found).length > 0) return;
    const made = await api.newBid({ scheme: scheme.id, strand, title: title.trim(), folder: folder.token });
    const opened = made.ok ? await withScheme(api, made.value) : made;
    if (opened.ok) onOpened(opened.value);
    else setTrouble(opened.error.message);
  };
  return {
    usable,
    scheme,
    chosen,
    setChosen,
    strand,
    setStrand,
    title,
    setTitle,
    folder,
    setFolder,
    problems,
    trouble,
    create,
  };
}

function problemsOf({
  scheme,
  strand,
  title,
}: {
  scheme: unknown;
  strand: string | undefined;
  title: string;
}): Problems {
  return {
    ...(scheme === undefined ? { scheme: "Choose a scheme" } : {}),
    ...(scheme !== undefined && strand === undefined ? { strand: "Choose a strand" } : {}),
    ...(title.trim() === "" ? { title: "Enter a title for the bid" } : {}),
  };
}

/** A scheme folder with a fault is named, with why, so that its author can mend it. */
function UnusableSchemes({ schemes }: { schemes: readonly SchemeSummary[] }) {
  return schemes.map((scheme) => (
    <div className="govuk-inset-text" key={scheme.id}>
      <p className="govuk-body">The scheme “{scheme.title}” cannot be used:</p>
      <ul className="govuk-list govuk-list--bullet">
        {scheme.problems.slice(0, 5).map((problem) => (
          <li key={problem}>{problem}</li>
        ))}
      </ul>
    </div>
  ));
}
