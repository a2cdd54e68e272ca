import path from "node:path";
import type { Scheme } from "../../src/schemes/scheme-schema.ts";
import { newSession, type Session } from "../../src/services/bid-sessions.ts";
import type { Ports, StoredBid } from "../../src/services/ports.ts";
import { findScheme, readReference } from "../../src/services/shelf.ts";
import { isThere } from "../adapters/is-there.ts";
import type { DiskPlaces } from "../adapters/places.ts";
import { Refusal } from "./refusal.ts";

export type CommandPorts = Ports & { places: DiskPlaces };

/** Reads a bid and works out its check and its money, as the app does when it opens one. */
export async function openForCommand(ports: CommandPorts, file: string): Promise<Session> {
  const place = ports.places.file(file).token;
  const stored = await ports.bidFiles.read(place);
  if (!stored.ok) throw new Refusal([stored.error.message]);
  const scheme = await schemeOf(ports, stored.value.bid.scheme.id);
  const reference = await readReference(ports);
  const who = await ports.person.name();
  return newSession(stored.value, { scheme, reference, place, who, saved: { state: "saved" } });
}

export async function schemeOf(ports: CommandPorts, id: string): Promise<Scheme> {
  const found = await findScheme(ports, id);
  if (!found.ok) throw new Refusal([found.error.message]);
  return found.value;
}

export interface Written {
  file: string;
  sha256: string;
}

/** Writes a bid to a file that is not there yet, unless it was said that the old one may be replaced. */
export async function writeBid(
  ports: CommandPorts,
  stored: StoredBid,
  { out, replace }: { out: string; replace?: boolean },
): Promise<Written> {
  const file = path.resolve(out);
  if (replace !== true && (await isThere(file))) {
    throw new Refusal([`“${path.basename(file)}” is there already. Choose another name, or add --replace.`]);
  }
  const written = await ports.bidFiles.write(
    ports.places.file(file).token,
    stored,
    replace === true ? "any" : undefined,
  );
  if (!written.ok) throw new Refusal([written.error.message]);
  return { file, sha256: written.value.sha256 };
}

/** A name beside a file that is not taken: `Our bid (recovered).bid`, then `Our bid (recovered 2).bid`. */
export async function freeBeside(file: string, what: string): Promise<string> {
  const { dir, name, ext } = path.parse(path.resolve(file));
  for (let number = 1; ; number += 1) {
    const free = path.join(dir, `${name} (${what}${number === 1 ? "" : ` ${number}`})${ext}`);
    if (!(await isThere(free))) return free;
  }
}
