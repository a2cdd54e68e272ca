import type { contract } from "../../../src/contract/contract.ts";
import type { OpenAs } from "../../app/opened-bid.ts";

interface WayToOpen {
  as: OpenAs;
  name: string;
  /** What it means, in a sentence. */
  about: string;
}

const readOnly: WayToOpen = { as: "read-only", name: "Read only", about: "You see it as it was last saved." };
const copy: WayToOpen = {
  as: "copy",
  name: "Work on a copy",
  about: "A copy is made beside the file. You bring the two together when you are done.",
};
const takeOver: WayToOpen = {
  as: "take-over",
  name: "Take over",
  about: "You work on the file itself. What the other person may still have typed is not lost: it can be brought in.",
};
const salvage: WayToOpen = {
  as: "salvage",
  name: "Open what is sound as a copy",
  about: "The damaged file is kept as it is, and you are told what is lost and what was put right.",
};

/** What the window does about one reason why a file did not open. */
interface Opening {
  /** The heading over the message. */
  title: string;
  /** The other ways there are to open the file. */
  ways: WayToOpen[];
  /** Whether copies kept on this computer can help. */
  kept: boolean;
}

type OpenCode = (typeof contract.openBid.errors)[number];

const openings: Partial<Record<string, Opening>> = {
  damaged: { title: "The file is damaged", ways: [salvage], kept: true },
  "nothing-sound": { title: "Nothing of the file can be read", ways: [], kept: true },
  "cannot-read": { title: "The file cannot be opened", ways: [], kept: true },
  "newer-format": { title: "The file was saved by a newer Bidwright", ways: [readOnly], kept: false },
  "opened-elsewhere": { title: "Somebody has this bid open", ways: [copy, readOnly], kept: false },
  "left-open": { title: "Somebody has this bid open", ways: [takeOver, copy, readOnly], kept: false },
  "open-here-already": { title: "Another copy of this bid is open", ways: [], kept: false },
} satisfies Partial<Record<OpenCode, Opening>>;

const other: Opening = { title: "There is a problem", ways: [], kept: false };

/** By the code alone: messages are for people. */
export function openingFor(code: string): Opening {
  return Object.hasOwn(openings, code) ? (openings[code] ?? other) : other;
}
