import type { OperationError } from "../../../src/contract/define.ts";
import type { OpenAs } from "../../app/opened-bid.ts";

export interface WayToOpen {
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
  about: "The damaged file is kept as it is, and you are told what is lost.",
};

/** Another copy of the same bid is open in this app, so nobody else is in the way. */
const openHere = /^Another copy of this bid is open here/;

/** What can be done about a file that does not open in the usual way; nothing where there is no other way. */
export function waysToOpen({ code, message }: OperationError): WayToOpen[] {
  if (code === "damaged") return [salvage];
  if (code === "newer-format") return [readOnly];
  if (code !== "opened-elsewhere" || openHere.test(message)) return [];
  return message.includes("take it over") ? [takeOver, copy, readOnly] : [copy, readOnly];
}

/** The heading over the message. */
export function openingTitle({ code, message }: OperationError): string {
  if (code === "damaged") return "The file is damaged";
  if (code === "newer-format") return "The file was saved by a newer Bidwright";
  if (code !== "opened-elsewhere") return "There is a problem";
  return openHere.test(message) ? "Another copy of this bid is open" : "Somebody has this bid open";
}
