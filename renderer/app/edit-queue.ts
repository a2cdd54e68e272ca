import type { Edit } from "../../src/bids/edit.ts";

/** `typing` waits a moment for more; `now` is for choices, buttons and leaving a field. */
export type Pace = "typing" | "now";

export interface EditQueue {
  push(edits: readonly Edit[], pace: Pace): void;
  /** Sends what waits. Resolves when nothing waits or sending failed. */
  flush(): Promise<void>;
  /** How many edits wait to be sent. */
  waiting(): number;
}

/** How long typing is gathered before it is sent, in milliseconds. */
const typingDelay = 250;
/** The contract takes no more edits in one call. */
const batchSize = 10_000;

/**
 * Sends edits in the order they were made, one call at a time. What could not be sent goes first at the next try.
 *
 * @param send answers false when the edits were not taken and must be sent again
 */
export function createEditQueue(send: (edits: Edit[]) => Promise<boolean>): EditQueue {
  let waiting: Edit[] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  let sending: Promise<void> | undefined;

  async function drain(): Promise<void> {
    while (waiting.length > 0) {
      const batch = waiting.slice(0, batchSize);
      waiting = waiting.slice(batch.length);
      if (await send(batch)) continue;
      waiting = [...batch, ...waiting];
      return;
    }
  }

  function flush(): Promise<void> {
    clearTimeout(timer);
    timer = undefined;
    sending ??= drain().finally(() => {
      sending = undefined;
    });
    return sending;
  }

  function push(edits: readonly Edit[], pace: Pace): void {
    waiting = edits.reduce(addEdit, waiting);
    if (pace === "now") void flush();
    else timer ??= setTimeout(() => void flush(), typingDelay);
  }

  return { push, flush, waiting: () => waiting.length };
}

/** A newer value for the same answer or cell takes the place of the one that waits. */
function addEdit(waiting: Edit[], next: Edit): Edit[] {
  const last = waiting.at(-1);
  return last && sameTarget(last, next) ? [...waiting.slice(0, -1), next] : [...waiting, next];
}

function sameTarget(a: Edit, b: Edit): boolean {
  if (a.do === "answer" && b.do === "answer") return a.question === b.question;
  if (a.do === "cell" && b.do === "cell") return a.question === b.question && a.row === b.row && a.column === b.column;
  return a.do === "retitle" && b.do === "retitle";
}
