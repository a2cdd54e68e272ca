import type { AppContract } from "../../src/contract/contract.ts";
import type { OpenBid } from "../../src/contract/open-bid.ts";
import type { AskOf, OperationError } from "../../src/contract/define.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import type { Api } from "./api.ts";

/** A bid with its scheme: what the pages of a bid need before they can be shown. */
export interface OpenedBid {
  open: OpenBid;
  scheme: Scheme;
}

const reopenKey = "bidwright-open-bid";

/** A file and the way to open it. */
export type BidToOpen = AskOf<AppContract["openBid"]>;

/** The ways a file can be opened. */
export type OpenAs = NonNullable<BidToOpen["as"]>;

/** Opens a bid with its scheme, and remembers it for when the page is loaded again. */
export async function openWithScheme(api: Api, wanted: BidToOpen): Promise<Result<OpenedBid, OperationError>> {
  const opened = await api.openBid(wanted);
  return opened.ok ? withScheme(api, opened.value) : opened;
}

export async function withScheme(api: Api, open: OpenBid): Promise<Result<OpenedBid, OperationError>> {
  const scheme = await api.scheme({ id: open.bid.scheme.id });
  if (!scheme.ok) return scheme;
  const as: OpenAs = open.readOnly === undefined ? "usual" : "read-only";
  window.sessionStorage.setItem(reopenKey, `${as} ${open.place.token}`);
  return ok({ open, scheme: partOf(scheme.value, open.sections) });
}

/** A contribution file shows only the sections that were sent. */
function partOf(scheme: Scheme, sections: readonly string[] | undefined): Scheme {
  if (!sections) return scheme;
  return { ...scheme, sections: scheme.sections.filter((one) => sections.includes(one.id)), rules: [] };
}

/** The token of the bid that was open when the page was loaded again, and the way it was open. */
export function bidToReopen(): { token: string; as: OpenAs } | undefined {
  const [as, token] = window.sessionStorage.getItem(reopenKey)?.split(" ") ?? [];
  return token === undefined ? undefined : { token, as: as === "read-only" ? as : "usual" };
}

export function forgetOpenBid(): void {
  window.sessionStorage.removeItem(reopenKey);
}
