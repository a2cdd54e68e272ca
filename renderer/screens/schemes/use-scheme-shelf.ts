import { useCallback, useState } from "react";
import type { KeptSchemeView, SchemeInspection, SchemeSummary } from "../../../src/contract/views.ts";
import { useApi } from "../../app/api.ts";
import { useReply, type Loading } from "../../app/use-reply.ts";

export interface SchemeShelfState {
  schemes: SchemeSummary[] | undefined;
  kept: KeptSchemeView[] | undefined;
  replies: readonly Loading<unknown>[];
  /** What was done last, in a sentence, or why it was not. */
  done: string | undefined;
  trouble: string | undefined;
  fail(message: string): void;
  install(seen: SchemeInspection): Promise<void>;
  remove(scheme: SchemeSummary): Promise<void>;
  /** A kept version as it would be put back. */
  look(kept: KeptSchemeView): Promise<SchemeInspection | undefined>;
}

/** The schemes that are here and those that are kept, read again after every change. */
export function useSchemeShelf(): SchemeShelfState {
  const api = useApi();
  const [said, setSaid] = useState<{ done?: string; trouble?: string; count: number }>({ count: 0 });
  const asOf = String(said.count);
  const schemes = useReply(
    useCallback(() => api.listSchemes({}), [api]),
    asOf,
  );
  const kept = useReply(
    useCallback(() => api.keptSchemes({}), [api]),
    asOf,
  );
  const say = (next: { done?: string; trouble?: string }) => setSaid(({ count }) => ({ ...next, count: count + 1 }));
  return {
    schemes: schemes.state === "ready" ? schemes.value : undefined,
    kept: kept.state === "ready" ? kept.value : undefined,
    replies: [schemes, kept],
    done: said.done,
    trouble: said.trouble,
    fail: (message) => say({ trouble: message }),
    install: async (seen) => {
      const reply = await api.installScheme({ inspection: seen.inspection });
      if (reply.ok) say({ done: installedWords(seen, reply.value.bids) });
      else say({ trouble: reply.error.message });
    },
    remove: async ({ id, title }) => {
      const reply = await api.removeScheme({ id });
      if (reply.ok) say({ done: `${title} was taken away. It is kept below, and can be put back.` });
      else say({ trouble: reply.error.message });
    },
    look: async ({ id, version }) => {
      const reply = await api.inspectScheme({ kept: { id, version } });
      if (reply.ok) return reply.value;
      say({ trouble: reply.error.message });
      return undefined;
    },
  };
}

function installedWords({ scheme, replaces }: SchemeInspection, bids: readonly string[]): string {
  const what = `${scheme?.title ?? "The scheme"} ${scheme?.version ?? ""} ${replaces ? "was updated" : "was added"}.`;
  if (bids.length === 0) return what;
  const titles = bids.map((title) => `“${title}”`).join(", ");
  return `${what} ${titles} ${bids.length === 1 ? "goes" : "go"} on under it, with every answer kept.`;
}
