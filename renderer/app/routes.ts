import type { FindingPlace } from "../../src/bids/findings.ts";

/** Every page there is. The address after `#` says which one is shown. */
export type Route =
  | { page: "start" }
  | { page: "new-bid" }
  | { page: "schemes" }
  | { page: "figures" }
  | { page: "start-with-facts" }
  | { page: "task-list" }
  | { page: "bid-details" }
  | { page: "section"; section: string; focus?: FindingPlace }
  | { page: "findings" }
  | { page: "appraisal" }
  | { page: "rules" }
  | { page: "which-fund" }
  | { page: "export" }
  | { page: "share" }
  | { page: "file" }
  | { [Page in AskingPage]: { page: Page } & Asked }[AskingPage];

/** Pages whose address says what they are about. */
type AskingPage = "history" | "compare" | "merge" | "settle" | "own-rule" | "carry";

/** One question; the entries or the file that something is compared with; one conflict; a strand to bid to. */
export interface Asked {
  question?: string;
  from?: string;
  to?: string;
  conflict?: string;
  rule?: string;
  scheme?: string;
  strand?: string;
}

const plainPages = {
  "": "start",
  new: "new-bid",
  schemes: "schemes",
  figures: "figures",
  facts: "start-with-facts",
  bid: "task-list",
  "bid/details": "bid-details",
  "bid/findings": "findings",
  "bid/appraisal": "appraisal",
  "bid/rules": "rules",
  "bid/which-fund": "which-fund",
  "bid/carry": "carry",
  "bid/export": "export",
  "bid/share": "share",
  "bid/file": "file",
  "bid/history": "history",
  "bid/compare": "compare",
  "bid/merge": "merge",
  "bid/settle": "settle",
  "bid/own-rule": "own-rule",
} as const;

type PlainPage = (typeof plainPages)[keyof typeof plainPages];

/** Reads `#/bid/section/costs?field=costs&row=r1&column=source`. An address that is none leads to the start page. */
export function readRoute(hash: string): Route {
  const [path = "", query = ""] = hash.replace(/^#\/?/, "").split("?");
  if (Object.hasOwn(plainPages, path)) return plainRoute(plainPages[path as keyof typeof plainPages], query);
  const section = /^bid\/section\/([a-z0-9-]+)$/.exec(path)?.[1];
  if (section === undefined) return { page: "start" };
  const focus = readPlace(new URLSearchParams(query));
  return { page: "section", section, ...(focus ? { focus } : {}) };
}

function plainRoute(page: PlainPage, query: string): Route {
  switch (page) {
    case "history":
    case "compare":
    case "merge":
    case "settle":
    case "own-rule":
    case "carry":
      return { page, ...readAsked(new URLSearchParams(query)) };
    default:
      return { page };
  }
}

const askedNames = ["question", "from", "to", "conflict", "rule", "scheme", "strand"] as const;

function readAsked(query: URLSearchParams): Asked {
  const given = askedNames.map((name) => [name, query.get(name)] as const).filter(([, text]) => text !== null);
  return Object.fromEntries(given);
}

function readPlace(query: URLSearchParams): FindingPlace | undefined {
  const [question, row, column] = [query.get("field"), query.get("row"), query.get("column")];
  if (question === null) return undefined;
  return { question, ...(row === null ? {} : { row }), ...(column === null ? {} : { column }) };
}

/** The address of a page, for links. */
export function addressOf(page: PlainPage): string {
  const path = Object.entries(plainPages).find(([, name]) => name === page)?.[0] ?? "";
  return `#/${path}`;
}

/** The address of a page, with what it is about. */
export function addressWith(page: AskingPage, asked: Asked): string {
  const query = new URLSearchParams({ ...asked }).toString();
  return query === "" ? addressOf(page) : `${addressOf(page)}?${query}`;
}

export function addressOfSection(section: string, focus?: FindingPlace): string {
  const address = `#/bid/section/${section}`;
  if (!focus) return address;
  const query = new URLSearchParams({ field: focus.question });
  if (focus.row !== undefined) query.set("row", focus.row);
  if (focus.column !== undefined) query.set("column", focus.column);
  return `${address}?${query.toString()}`;
}

export function isBidPage(route: Route): boolean {
  return !["start", "new-bid", "schemes", "figures", "start-with-facts"].includes(route.page);
}
