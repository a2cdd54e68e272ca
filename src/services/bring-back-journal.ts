import type { OpeningNotice } from "../contract/views.ts";
import { stateAt, type Entry } from "../history/log.ts";
import { mergeLogs } from "../history/merge-logs.ts";
import type { Scheme } from "../schemes/scheme-schema.ts";
import type { Ports, StoredBid } from "./ports.ts";

interface Recovered extends StoredBid {
  notices: OpeningNotice[];
}

/** Brings back what was typed and is not in the file: after a crash, a full disk, or a share that went away. */
export async function bringBackJournal(ports: Ports, scheme: Scheme, stored: StoredBid): Promise<Recovered> {
  const { entries, unreadable } = await ports.journals.read(stored.bid.id);
  const notices: OpeningNotice[] = [];
  if (unreadable > 0) {
    notices.push({ kind: "damaged", message: "The last moments before the app stopped could not all be read." });
  }
  const missing = entries.filter((one) => !stored.log.entries.has(one.id));
  if (missing.length === 0) return { ...stored, notices };
  const count = missing.length === 1 ? "1 change" : `${missing.length} changes`;
  const joined = join(ports, scheme, stored, missing);
  const message = joined
    ? `${count} that had not reached the file came back.`
    : `${count} kept on this computer do not fit this file. They are still kept.`;
  notices.push({ kind: joined ? "recovered" : "damaged", message });
  return { ...stored, ...joined, notices };
}

/** The file's log with every line of entries that was kept apart from it, one after another. */
function join(
  ports: Ports,
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
