import type { OpeningNotice } from "../contract/views.ts";
import { stateAt, type Entry } from "../history/log.ts";
import { mergeLogs } from "../history/merge-logs.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { Ports, StoredBid } from "./ports.ts";

interface Recovered extends StoredBid {
  notices: OpeningNotice[];
}

interface JournalPorts {
  journals: Ports["journals"];
  bytes: Pick<Ports["bytes"], "hashText">;
}

/** Brings back what was typed and is not in the file: after a crash, a full disk, or a share that went away. */
export async function bringBackJournal(
  ports: JournalPorts,
  scheme: Scheme,
  { stored, place }: { stored: StoredBid; place: string },
): Promise<Recovered> {
  const { entries, unreadable } = await ports.journals.read(stored.bid.id);
  const notices: OpeningNotice[] = [];
  if (unreadable > 0) {
    notices.push({ kind: "damaged", message: "The last moments before the app stopped could not all be read." });
  }
  const missing = entries.filter((one) => !stored.log.entries.has(one.id));
  if (missing.length === 0) {
    // Written to the file by an app that stopped before it could forget them.
    if (entries.length > 0) await ports.journals.forget(stored.bid.id, new Set(stored.log.entries.keys()), place);
    return { ...stored, notices };
  }
  const count = missing.length === 1 ? "1 change" : `${missing.length} changes`;
  const joined = join(ports, scheme, stored, missing);
  const typedIn = await ports.journals.typedElsewhere(stored.bid.id, place);
  const message = joined
    ? `${count} that had not reached the file came back.${elsewhereInWords(missing, typedIn)}`
    : `${count} kept on this computer do not fit this file. They are still kept.`;
  notices.push({ kind: joined ? "recovered" : "damaged", message });
  return { ...stored, ...joined, notices };
}

/** What was typed in another copy of the bid comes back there as well, so that the two stay copies of one bid. */
function elsewhereInWords(missing: readonly Entry[], typedIn: ReadonlyMap<string, string>): string {
  const files = [...new Set(missing.flatMap(({ id }) => typedIn.get(id) ?? []))];
  if (files.length === 0) return "";
  return ` What was typed in ${files.join(" and ")} comes back there as well, when that is opened.`;
}

/** The file's log with every line of entries that was kept apart from it, one after another. */
function join(
  ports: JournalPorts,
  scheme: Scheme,
  { log }: StoredBid,
  missing: readonly Entry[],
): Pick<StoredBid, "log" | "bid"> | undefined {
  const entries = new Map([...log.entries, ...missing.map((one) => [one.id, one] as const)]);
  if (!missing.every((one) => one.parents.every((parent) => entries.has(parent)))) return undefined;
  const inner = new Set(missing.flatMap((one) => one.parents));
  const newest = missing.filter((one) => !inner.has(one.id));
  let whole = log;
  for (const { id } of newest) {
    const merged = mergeLogs(scheme, whole, { entries, head: id }, ports.bytes.hashText);
    if (!merged.ok) return undefined;
    whole = merged.value.log;
  }
  const state = stateAt(whole, whole.head);
  return state.ok ? { log: whole, bid: state.value } : undefined;
}
