import { aboutWords } from "../components/about-words.ts";
import type { BidSession } from "./use-bid.ts";
import { useUndo } from "./use-undo.ts";

/** Undo and redo, with what they would do. */
export function UndoButtons({ bid }: { bid: BidSession }) {
  const { said, undo, redo } = useUndo(bid);
  const { open } = bid;
  return (
    <div className="app-undo">
      {open.readOnly === undefined && (
        <>
          <UndoButton name="Undo" about={open.undo} keys="Control+Z" onPress={undo} />
          <UndoButton
            name="Redo"
            about={open.redo === undefined ? undefined : aboutWords(open.redo)}
            keys="Control+Y"
            onPress={redo}
          />
        </>
      )}
      <span className="govuk-visually-hidden" role="status">
        {said}
      </span>
    </div>
  );
}

interface UndoButtonProps {
  name: string;
  about: string | undefined;
  keys: string;
  onPress(): void;
}

/** Stays in its place and can be reached while there is nothing to do, so that the focus is never lost. */
function UndoButton({ name, about, keys, onPress }: UndoButtonProps) {
  return (
    <button
      type="button"
      className="app-undo__button"
      aria-disabled={about === undefined}
      aria-keyshortcuts={keys}
      title={about === undefined ? `Nothing to ${name.toLowerCase()}` : `${name}: ${about}`}
      onClick={() => about !== undefined && onPress()}
    >
      {name}
      {about !== undefined && <span className="app-undo__about">: {about}</span>}
    </button>
  );
}
