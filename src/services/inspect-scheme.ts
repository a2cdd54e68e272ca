import { updateEffects } from "../bids/update-effects.ts";
import type { Bid } from "../bids/bid-schema.ts";
import type { Reference } from "../bids/assess.ts";
import type { BidEffects, SchemeInspection } from "../contract/views.ts";
import type { SchemeChange } from "../schemes/scheme-change.ts";
import { misreadNumbers } from "../schemes/compare-questions.ts";
import { compareSchemes } from "../schemes/compare-schemes.ts";
import { loadFolder } from "../schemes/load-folder.ts";
import type { LoadedScheme } from "../schemes/load-scheme.ts";
import { questionsOf, type Scheme } from "../schemes/scheme-schema.ts";
import type { Result } from "../shared/result.ts";
import type { Sessions } from "./bid-sessions.ts";
import type { Ports } from "./ports.ts";
import type { SchemePackage, ShelvedScheme } from "./scheme-ports.ts";
import { schemeOfVersion } from "./scheme-versions.ts";
import { readReference } from "./shelf.ts";

/** What was inspected, and what installing it would write. */
export interface Inspected {
  view: SchemeInspection;
  /** Undefined where it has faults. */
  scheme: Scheme | undefined;
  files: ReadonlyMap<string, Uint8Array>;
}

interface ToInspect {
  id: string;
  name: string;
  read: Result<SchemePackage, string[]>;
}

/** Loads what was read, compares it with what is here, and works out what it would do to every bid that can be read. */
export async function inspectPackage(
  ports: Ports,
  sessions: Sessions,
  { id, name, read }: ToInspect,
): Promise<Inspected> {
  const nothing = { inspection: id, name, faults: [], files: [], leftOut: [], changes: [], bids: [] };
  if (!read.ok) return { view: { ...nothing, faults: read.error }, scheme: undefined, files: new Map() };
  const { texts, files, folder, leftOut } = read.value;
  const listed = [...files].map(([file, bytes]) => ({ name: file, bytes: bytes.length }));
  const view = { ...nothing, files: listed, leftOut };
  const loaded = loadFolder(folder, texts, await ports.schemes.sharedFigures());
  if (!loaded.ok) return { view: { ...view, faults: loaded.error }, scheme: undefined, files };
  const { scheme } = loaded.value;
  const shelved = (await ports.schemes.list()).find((one) => one.id === scheme.id);
  const before = shelved?.scheme.ok ? shelved.scheme.value : undefined;
  const changes = before ? compareSchemes(before, scheme) : [];
  const whole: SchemeInspection = {
    ...view,
    scheme: summaryOf(scheme),
    ...(shelved ? { replaces: replacedView(shelved) } : {}),
    changes,
    faults: before ? [...sameVersionFaults(before, loaded.value, changes), ...misreadFaults(before, loaded.value)] : [],
    bids: shelved ? await bidEffects(ports, sessions, { scheme, before }) : [],
  };
  return { view: whole, scheme: whole.faults.length === 0 ? scheme : undefined, files };
}

function summaryOf(scheme: Scheme): NonNullable<SchemeInspection["scheme"]> {
  const { id, version, title, publisher, summary, strands } = scheme;
  const counts = { questions: questionsOf(scheme).length, rules: scheme.rules.length };
  return { id, version, title, publisher, summary, strands, ...counts };
}

function replacedView({ scheme, own }: ShelvedScheme): NonNullable<SchemeInspection["replaces"]> {
  return { version: scheme.ok ? scheme.value.version : "", own, usable: scheme.ok };
}

/** A bid knows its scheme by the version: two that differ must not go by one. */
function sameVersionFaults(
  before: Scheme,
  { scheme, placeOf }: LoadedScheme,
  changes: readonly SchemeChange[],
): string[] {
  if (before.version !== scheme.version || changes.length === 0) return [];
  const place = placeOf("scheme.yaml", ["version"]);
  return [`${place}: version ${scheme.version} is here already and says something else. Give this one a new version.`];
}

function misreadFaults(before: Scheme, { scheme, placeOf }: LoadedScheme): string[] {
  return misreadNumbers(before, scheme).map(({ question, column }) => {
    const section = scheme.sections.find((one) => one.questions.some(({ id }) => id === question));
    const index = section?.questions.findIndex(({ id }) => id === question) ?? 0;
    const place = placeOf(`form/${section?.id ?? ""}.yaml`, ["questions", index, "kind"]);
    const what = column === undefined ? `“${question}”` : `the column “${column}” of “${question}”`;
    return `${place}: ${what} was another kind of number in version ${before.version}, so that figures already given would be read wrongly. Give it a new id.`;
  });
}

interface Update {
  scheme: Scheme;
  before: Scheme | undefined;
}

async function bidEffects(ports: Ports, sessions: Sessions, update: Update): Promise<BidEffects[]> {
  const reference = await readReference(ports);
  const open = sessions.all().filter((one) => one.bid.scheme.id === update.scheme.id && !one.contribution);
  const ids = new Set(open.map((one) => one.bid.id));
  const shown: BidEffects[] = [];
  for (const { bid, place } of open) {
    const label = ports.places.view(place)?.label ?? "";
    shown.push({ title: bid.title, label, open: true, ...(await effectsOn(ports, bid, { ...update, reference })) });
  }
  for (const recent of await ports.recent.list()) {
    const read = await ports.bidFiles.read(recent.token);
    if (!read.ok || read.value.contribution || read.value.bid.scheme.id !== update.scheme.id) continue;
    const { bid } = read.value;
    if (ids.has(bid.id)) continue;
    ids.add(bid.id);
    const effects = await effectsOn(ports, bid, { ...update, reference });
    shown.push({ title: bid.title, label: recent.label, open: false, ...effects });
  }
  return shown;
}

/** Against the version the bid was last worked on under, where that is here; else against the one that is replaced. */
async function effectsOn(
  ports: Ports,
  bid: Bid,
  { scheme, before, reference }: Update & { reference: Reference },
): Promise<Pick<BidEffects, "effects" | "cannotSay">> {
  const known = (await schemeOfVersion(ports, bid.scheme.id, bid.scheme.version)) ?? before;
  if (!known) return { cannotSay: "The version it was made with cannot be read. Every answer is kept." };
  return { effects: updateEffects(bid, [known, scheme], reference) };
}
