import type { PlaceView } from "../contract/views.ts";
import type { Ports } from "./ports.ts";

/** File names are cut short, and what a copy is must still stand in its name. */
const longestTitle = 60;

/** A free place beside a file for a copy of its bid; in the bids folder where the file's own folder is gone. */
export async function placeOfCopy(
  ports: Ports,
  beside: string,
  { title, suffix }: { title: string; suffix: "working copy" | "recovered" },
): Promise<PlaceView | undefined> {
  const name = `${title.slice(0, longestTitle)} (${suffix})`;
  return (await ports.places.fileBeside(beside, name, ".bid")) ?? inBidsFolder(ports, name);
}

async function inBidsFolder({ places }: Ports, name: string): Promise<PlaceView | undefined> {
  return places.newFile((await places.bidsFolder()).token, name, ".bid");
}
