import type { OpenBid } from "../../src/contract/contract.ts";
import type { OperationError } from "../../src/contract/define.ts";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { ok, type Result } from "../../src/shared/result.ts";
import type { Api } from "./api.ts";

/** A bid with its scheme: what the pages of a bid need before they can be shown. */
export interface OpenedBid {
  open: OpenBid;
  scheme: Scheme;
}

const reopenKey = "bidwright-open-bid";

/** Opens a bid with its scheme, and remembers it for when the page is loaded again. */
export async function openWithScheme(api: Api, token: string): Promise<Result<OpenedBid, OperationError>> {
  const opened = await api.openBid({ token });
  return opened.ok ? withScheme(api, opened.value) : opened;
}

export async function withScheme(api: Api, open: OpenBid): Promise<Result<OpenedBid, OperationError>> {
  const scheme = await api.scheme({ id: open.bid.scheme.id });
  if (!scheme.ok) return scheme;
  window.sessionStorage.setItem(reopenKey, open.place.token);
  return ok({ open, scheme: scheme.value });
}

/** The token of the bid that was open when the page was loaded again. */
export function tokenToReopen(): string | undefined {
  return window.sessionStorage.getItem(reopenKey) ?? undefined;
}

export function forgetOpenBid(): void {
  window.sessionStorage.removeItem(reopenKey);
}
