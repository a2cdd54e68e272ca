import type { SaveState } from "./views.ts";

/** What is in no file when the app is to be closed, in sentences for each bid. */
export interface Unsaved {
  /** Kept nowhere: gone when the app closes. */
  lost: string[];
  /** Kept on this computer, and back when the bid is opened here again. */
  kept: string[];
}

/** Tells what closing would lose from what this computer keeps, after everything was tried to be saved. */
export function unsavedIn(saves: readonly SaveState[]): Unsaved {
  const unsaved = saves.filter(({ state }) => state !== "saved");
  const said = ({ message, notSafe }: SaveState) =>
    [message ?? "A bid could not be saved.", notSafe].filter((one) => one !== undefined).join(" ");
  return {
    lost: unsaved.filter(({ notSafe }) => notSafe !== undefined).map(said),
    kept: unsaved.filter(({ notSafe }) => notSafe === undefined).map(said),
  };
}
