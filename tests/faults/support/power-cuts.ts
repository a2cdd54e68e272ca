import path from "node:path";

/** What a file holds, by number: names come and go, and contents stay. */
export type Content = number;

/** A name, and what it is of; undefined where it is taken away. */
export type Name = [file: string, content: Content | undefined];

/** One thing that was asked of a disk, or that somebody was told. */
export type Call<Told> =
  | { kind: "names"; folder: string; names: Name[] }
  | { kind: "write"; content: Content; at: number; bytes: Uint8Array }
  | { kind: "truncate"; content: Content; length: number }
  | { kind: "flush"; content: Content }
  | { kind: "flush folder"; folder: string }
  | { kind: "told"; told: Told };

/** What becomes of bytes that were written and not flushed when the power goes. */
const fates = ["kept", "dropped", "cut short", "zeroed"] as const;
type Fate = (typeof fates)[number];

/** What is on a disk after a power cut. */
export interface AfterPowerCut<Told> {
  /** How it came to this. */
  words: string;
  files: Map<string, Uint8Array>;
  /** Everything that had been said before. */
  told: Told[];
}

type Changed = Extract<Call<never>, { kind: "write" | "truncate" }>;

/** A file's bytes as they were flushed last, and what was done to them since. */
interface Bytes {
  flushed: Uint8Array;
  since: Changed[];
}

/** What outlasts a power cut for certain, and what may or may not. */
class Standing<Told> {
  readonly told: Told[] = [];
  readonly contents = new Map<Content, Bytes>();
  readonly names = new Map<string, Content>();
  /** Names that were made, changed and taken away in folders that were not flushed since. */
  unflushed: { folder: string; names: Name[] }[] = [];

  take(call: Call<Told>): void {
    if (call.kind === "told") this.told.push(call.told);
    else if (call.kind === "names") this.unflushed.push(call);
    else if (call.kind === "flush folder") this.#flushFolder(call.folder);
    else if (call.kind === "flush") this.#flush(call.content);
    else this.bytes(call.content).since.push(call);
  }

  bytes(content: Content): Bytes {
    const known = this.contents.get(content) ?? { flushed: new Uint8Array(), since: [] };
    this.contents.set(content, known);
    return known;
  }

  #flush(content: Content): void {
    this.contents.set(content, { flushed: bytesAfter(this.bytes(content), "kept"), since: [] });
  }

  #flushFolder(folder: string): void {
    for (const one of this.unflushed) if (one.folder === folder) rename(this.names, one.names);
    this.unflushed = this.unflushed.filter((one) => one.folder !== folder);
  }
}

/** The power goes after every call; then with each fate of the bytes, and with more and more of the names. */
export function* afterPowerCuts<Told>(calls: readonly Call<Told>[]): Generator<AfterPowerCut<Told>> {
  const standing = new Standing<Told>();
  for (const [index, call] of calls.entries()) {
    standing.take(call);
    const { told, unflushed } = standing;
    const uncertain = [...standing.contents.values()].some(({ since }) => since.length > 0);
    for (const fate of uncertain ? fates : fates.slice(0, 1)) {
      for (let kept = 0; kept <= unflushed.length; kept += 1) {
        const words = `after call ${index} (${call.kind}), unflushed bytes ${fate}, ${kept} of ${unflushed.length} names kept`;
        yield { words, told: [...told], files: filesOf(standing, fate, kept) };
      }
    }
  }
}

function filesOf<Told>(standing: Standing<Told>, fate: Fate, kept: number): Map<string, Uint8Array> {
  const names = new Map(standing.names);
  for (const one of standing.unflushed.slice(0, kept)) rename(names, one.names);
  const made = new Set(standing.unflushed.flatMap((one) => one.names.map(([file]) => file)));
  const reached = (file: string): boolean => {
    const above = path.dirname(file);
    return above === file || ((names.has(above) || !made.has(above)) && reached(above));
  };
  const files = [...names].filter(([file]) => reached(file));
  return new Map(files.map(([file, content]) => [file, bytesAfter(standing.bytes(content), fate)]));
}

function rename(names: Map<string, Content>, changed: readonly Name[]): void {
  for (const [file, content] of changed) {
    if (content === undefined) names.delete(file);
    else names.set(file, content);
  }
}

function bytesAfter({ flushed, since }: Bytes, fate: Fate): Uint8Array {
  if (fate === "dropped") return flushed;
  const after = since.reduce((bytes, change) => changed(bytes, change, fate), flushed);
  return fate === "cut short" ? after.slice(0, Math.floor((flushed.length + after.length) / 2)) : after;
}

function changed(before: Uint8Array, change: Changed, fate: Fate): Uint8Array {
  if (change.kind === "truncate") return before.slice(0, change.length);
  const { at, bytes } = change;
  const after = new Uint8Array(Math.max(before.length, at + bytes.length));
  after.set(before);
  if (fate === "zeroed") after.fill(0, at, at + bytes.length);
  else after.set(bytes, at);
  return after;
}
