import { unsavedIn } from "../src/contract/unsaved.ts";
import type { SaveState } from "../src/contract/views.ts";

interface Stopping {
  saveAll(): Promise<SaveState[]>;
  say(sentence: string): void;
  end(code: number): Promise<void>;
}

/** A terminal and the launcher may both pass on one signal: those that come so soon are one. In milliseconds. */
const sameSignal = 1000;

/**
 * What a signal to stop does: everything is saved first. Where something would be lost the app goes on, so that it can
 * be saved elsewhere or copied in the browser; the next signal ends it all the same.
 */
export function createStop({ saveAll, say, end }: Stopping): () => Promise<void> {
  let stopping: Promise<void> | undefined;
  let warned = false;
  const run = async () => {
    const { lost, kept } = unsavedIn(await saveAll());
    for (const sentence of [...lost, ...kept]) say(sentence);
    if (lost.length === 0 || warned) {
      await end(lost.length + kept.length > 0 ? 1 : 0);
      return;
    }
    warned = true;
    say(
      "Bidwright goes on, because what was typed would be lost. Save it to another folder or copy all its text there.",
    );
    say("To stop all the same, and lose it, stop it once more.");
    setTimeout(() => (stopping = undefined), sameSignal);
  };
  return () => (stopping ??= run());
}
