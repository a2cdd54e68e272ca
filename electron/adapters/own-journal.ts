import { randomBytes } from "node:crypto";
import path from "node:path";
import type { Entry } from "../../src/history/log.ts";
import { fail, ok, type Result } from "../../src/shared/result.ts";
import { codeOf, hereCode, processName, thisProcess } from "./computer.ts";
import { realJournalDisk, type JournalDisk, type JournalFile } from "./journal-disk.ts";
import { entryLine } from "./journal-lines.ts";

/** The journal that this process writes for one file of a bid. No other process writes to it. */
export interface OwnJournal {
  append(entries: readonly Entry[]): Promise<Result<null, { code: string }>>;
  forget(held: ReadonlySet<string>): Promise<void>;
}

/** A journal that has grown over this while a save ran is made small again, in bytes. */
const worthRewriting = 256 * 1024;

interface Standing {
  file: string;
  handle: JournalFile;
  size: number;
}

/**
 * Entries are on disk when `append` resolves; those given while one flush runs share the next. After a fault nothing more
 * is added to the file it happened in: the next append begins a new one with everything that is not yet forgotten.
 *
 * @param header its first line
 */
export function ownJournal(folder: string, header: string, disk: Partial<JournalDisk> = {}): OwnJournal {
  const writer = new JournalWriter(folder, Buffer.from(header), { ...realJournalDisk, ...disk });
  let asked: ((done: Result<null, { code: string }>) => void)[] = [];
  let turn: Promise<unknown> = Promise.resolve();
  const inTurn = (run: () => Promise<void>) => {
    const next = turn.then(run);
    turn = next;
    return next;
  };
  const flush = async () => {
    const replies = asked;
    asked = [];
    const done = await writer.flush();
    for (const reply of replies) reply(done);
  };
  return {
    append: (entries) =>
      new Promise((resolve) => {
        writer.add(entries);
        asked.push(resolve);
        if (asked.length === 1) void inTurn(flush);
      }),
    forget: (held) => inTurn(() => writer.forget(held)),
  };
}

/** One flush or shortening at a time; entries may be added at any moment. */
class JournalWriter {
  readonly #folder: string;
  readonly #header: Buffer;
  readonly #disk: JournalDisk;
  /** Everything that is not yet forgotten, by the id of the entry. */
  readonly #lines = new Map<string, string>();
  #unwritten: string[] = [];
  #standing: Standing | undefined;
  #abandoned: string[] = [];

  constructor(folder: string, header: Buffer, disk: JournalDisk) {
    this.#folder = folder;
    this.#header = header;
    this.#disk = disk;
  }

  add(entries: readonly Entry[]): void {
    for (const one of entries) {
      const line = entryLine(one);
      this.#lines.set(one.id, line);
      this.#unwritten.push(line);
    }
  }

  async flush(): Promise<Result<null, { code: string }>> {
    try {
      if (this.#standing) await this.#writeOn(this.#standing);
      else this.#standing = await this.#begin();
      return ok(null);
    } catch (fault) {
      await this.#abandon();
      return fail({ code: codeOf(fault) });
    }
  }

  async #writeOn(standing: Standing): Promise<void> {
    const bytes = Buffer.from(this.#unwritten.join(""));
    this.#unwritten = [];
    await writeAll(standing.handle, bytes, standing.size);
    await standing.handle.datasync();
    standing.size += bytes.length;
  }

  async #begin(): Promise<Standing> {
    // What is added from here on is not in these bytes.
    const included = this.#unwritten;
    this.#unwritten = [];
    try {
      const bytes = Buffer.concat([this.#header, Buffer.from([...this.#lines.values()].join(""))]);
      const made = await newJournal(this.#disk, this.#folder, bytes);
      await this.#dropAbandoned();
      return made;
    } catch (fault) {
      this.#unwritten = [...included, ...this.#unwritten];
      throw fault;
    }
  }

  async #abandon(): Promise<void> {
    if (!this.#standing) return;
    const { file, handle } = this.#standing;
    this.#standing = undefined;
    this.#abandoned.push(file);
    await handle.close().catch(() => undefined);
  }

  /** Only when what they hold is in a newer journal, or in the file of the bid. */
  async #dropAbandoned(): Promise<void> {
    for (const file of this.#abandoned) await this.#disk.unlink(file).catch(() => undefined);
    this.#abandoned = [];
  }

  async forget(held: ReadonlySet<string>): Promise<void> {
    for (const id of this.#lines.keys()) if (held.has(id)) this.#lines.delete(id);
    // What cannot be made smaller now is made smaller after the next save.
    await this.#shrink().catch(() => undefined);
  }

  async #shrink(): Promise<void> {
    if (this.#lines.size === 0) await this.#dropAbandoned();
    if (!this.#standing) return;
    const { handle, file, size } = this.#standing;
    if (this.#lines.size === 0) {
      await handle.truncate(this.#header.length);
      this.#standing.size = this.#header.length;
    } else if (size > worthRewriting) {
      this.#standing = await this.#begin();
      await handle.close();
      await this.#disk.unlink(file);
    }
  }
}

/** A new file beside older ones, whole and flushed, its name with it. */
async function newJournal(disk: JournalDisk, folder: string, bytes: Buffer): Promise<Standing> {
  const made = await disk.mkdir(folder);
  const file = path.join(folder, `${hereCode}-${processName(thisProcess)}-${randomBytes(4).toString("hex")}.jsonl`);
  const handle = await disk.open(file, "wx");
  try {
    await writeAll(handle, bytes, 0);
    await handle.datasync();
    for (const one of foldersToFlush(folder, made)) await disk.flushFolder(one);
    return { file, handle, size: bytes.length };
  } catch (fault) {
    await handle.close().catch(() => undefined);
    await disk.unlink(file).catch(() => undefined);
    throw fault;
  }
}

/** The folder itself and every one above it that holds a name that is new, at least the one above. */
function foldersToFlush(folder: string, made: string | undefined): string[] {
  const above = path.dirname(folder);
  if (made === undefined || made === folder || above === folder) return [folder, above];
  return [folder, ...foldersToFlush(above, made)];
}

/** A single write may write less than it was given, and a full disk can make that nothing at all. */
async function writeAll(handle: JournalFile, bytes: Uint8Array, at: number): Promise<void> {
  for (let done = 0; done < bytes.length;) {
    const { bytesWritten } = await handle.write(bytes, done, bytes.length - done, at + done);
    if (bytesWritten === 0) throw Object.assign(new Error("Nothing was written"), { code: "ENOSPC" });
    done += bytesWritten;
  }
}
