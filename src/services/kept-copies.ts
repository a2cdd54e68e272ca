import type { OperationError } from "../contract/define.ts";
import type { KeptCopies } from "../contract/views.ts";
import { fail, ok, type Result } from "../shared/result.ts";
import type { Ports, SavedBid } from "./ports.ts";

/**
 * The copies this computer keeps of the bid in a file that cannot be opened: by what the file still says of itself, or
 * else by what was saved in its place.
 */
export async function keptCopies(
  ports: Ports,
  token: string,
): Promise<Result<KeptCopies[], OperationError<"no-such-place">>> {
  if (!ports.places.view(token)) {
    return fail({ code: "no-such-place", message: "That file is not there any more. Choose it again." });
  }
  const { stored, bid } = await ports.bidFiles.salvage(token);
  const saved = await ports.savedPlaces.bidsAt(token);
  const said = stored?.bid.id ?? bid;
  if (said === undefined) return ok(await held(ports, saved));
  const title = stored?.bid.title ?? saved.find((one) => one.bid === said)?.title;
  return ok(await held(ports, [{ bid: said, ...(title === undefined ? {} : { title }) }]));
}

type Wanted = Pick<SavedBid, "bid"> & Partial<SavedBid>;

async function held({ backups }: Ports, wanted: readonly Wanted[]): Promise<KeptCopies[]> {
  const copies = await Promise.all(
    wanted.map(async ({ bid, title, at }) => ({
      ...(title === undefined ? {} : { title }),
      ...(at === undefined ? {} : { savedAt: at }),
      backups: await backups.list(bid),
    })),
  );
  return copies.filter((one) => one.backups.length > 0);
}
