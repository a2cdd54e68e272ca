import { useEffect, useEffectEvent, useState } from "react";
import { aboutWords } from "../components/about-words.ts";
import { useApi } from "./api.ts";
import { undoWish } from "./undo-keys.ts";
import type { BidSession } from "./use-bid.ts";

export interface Undoing {
  /** What was done last, to be read out. */
  said: string;
  undo(): void;
  redo(): void;
}

/** Taking back and bringing back the changes of the bid, by button and by key. */
export function useUndo(bid: BidSession): Undoing {
  const api = useApi();
  const [said, setSaid] = useState("");
  const run = async (wish: "undo" | "redo") => {
    const about = bid.open[wish];
    const reply = await bid.change((id) => api[wish]({ bid: id }));
    const done = `${wish === "undo" ? "Undone" : "Redone"}: ${aboutWords(about ?? "the last change")}`;
    setSaid(reply.ok ? done : reply.error.message);
  };
  useUndoKeys((wish) => {
    if (bid.open.readOnly === undefined) void run(wish);
  });
  return { said, undo: () => void run("undo"), redo: () => void run("redo") };
}

/** Editors and grids take their own typing back. So does a text box, while something was typed in it since it was entered. */
function useUndoKeys(onWish: (wish: "undo" | "redo") => void): void {
  const wished = useEffectEvent(onWish);
  useEffect(() => {
    let typedIn: EventTarget | null = null;
    const press = (event: KeyboardEvent) => {
      const wish = undoWish(event);
      if (!wish || event.defaultPrevented || isWritingPlace(event.target) || event.target === typedIn) return;
      event.preventDefault();
      wished(wish);
    };
    const typed = (event: Event) => {
      typedIn = isTextBox(event.target) ? event.target : null;
    };
    const entered = () => {
      typedIn = null;
    };
    document.addEventListener("keydown", press);
    document.addEventListener("input", typed);
    document.addEventListener("focusin", entered);
    return () => {
      document.removeEventListener("keydown", press);
      document.removeEventListener("input", typed);
      document.removeEventListener("focusin", entered);
    };
  }, []);
}

function isWritingPlace(target: EventTarget | null): boolean {
  return target instanceof HTMLElement && (target.isContentEditable || target.closest("[role='grid']") !== null);
}

function isTextBox(target: EventTarget | null): boolean {
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLInputElement && !["radio", "checkbox", "file"].includes(target.type);
}
