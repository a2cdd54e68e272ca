import type { SavedBid } from "../../src/services/ports.ts";
import type { CommandPorts } from "./bid-on-disk.ts";
import { localTime } from "./local-time.ts";

/** What this computer last saved under the name of a file that does not say any more which bid it was. */
export interface SavedHere extends SavedBid {
  says: string;
  /** Other bids that were saved under the same name before. */
  others: string[];
}

export async function savedHere(ports: CommandPorts, file: string): Promise<SavedHere | undefined> {
  const [last, ...others] = await ports.savedPlaces.bidsAt(ports.places.file(file).token);
  return (
    last && {
      ...last,
      says: `The file does not say which bid it was. It was last saved here as “${last.title}”, at ${localTime(last.at)}.`,
      others: others.map(otherInWords),
    }
  );
}

function otherInWords({ bid, title, at }: SavedBid): string {
  return `Before that, “${title}” was saved under this name, at ${localTime(at)}. If it is that one you want: --bid ${bid}`;
}
