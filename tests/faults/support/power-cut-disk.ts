import path from "node:path";
import type { JournalDisk } from "../../../electron/adapters/journal-disk.ts";
import type { Disk, OpenFile } from "../../../electron/adapters/save-file.ts";
import { afterPowerCuts, type AfterPowerCut, type Call, type Content, type Name } from "./power-cuts.ts";

/** A disk in memory that remembers every call that changes it, so that the power can be cut after each of them. */
export class PowerCutDisk<Told> {
  readonly #calls: Call<Told>[] = [];
  readonly #names = new Map<string, Content>();
  /** By number; a folder has one as well, and nothing in it. */
  readonly #contents: Uint8Array[] = [];
  readonly #broken: Call<Told>["kind"] | undefined;

  /** @param broken a kind of call that does nothing, to see that it is noticed */
  constructor(broken?: "flush" | "flush folder") {
    this.#broken = broken;
  }

  /** For `saveFile`. */
  readonly files: Disk = {
    access: async (file) => void this.#at(file),
    open: async (file, flags) => (flags === "wx" ? this.#file(this.#make(file)) : this.#opened(file)),
    rename: async (from, to) => this.#rename(path.dirname(to), [to, this.#at(from)], [from, undefined]),
    unlink: (file) => this.#unlink(file),
  };

  /** For `journalsIn`. */
  readonly journal: JournalDisk = {
    open: async (file) => {
      const content = this.#make(file);
      return {
        write: async (bytes, from, length, at) => {
          this.#write(content, at, bytes.slice(from, from + length));
          return { bytesWritten: length };
        },
        datasync: async () => this.#did({ kind: "flush", content }),
        truncate: async (length) => this.#truncate(content, length),
        close: async () => undefined,
      };
    },
    mkdir: async (folder) => this.#makeFolders(folder),
    flushFolder: async (folder) => this.#did({ kind: "flush folder", folder }),
    unlink: (file) => this.#unlink(file),
  };

  /** A folder that stood there long before. */
  stand(folder: string): void {
    this.#names.set(folder, this.#contents.push(new Uint8Array()) - 1);
  }

  /** Notes that somebody was told something, between the calls. */
  tell(told: Told): void {
    this.#did({ kind: "told", told });
  }

  /** What can be on the disk, whichever moment the power goes. */
  powerCuts(): Generator<AfterPowerCut<Told>> {
    return afterPowerCuts(this.#calls);
  }

  #did(call: Call<Told>): void {
    if (call.kind !== this.#broken) this.#calls.push(call);
  }

  #at(file: string): Content {
    const found = this.#names.get(file);
    if (found === undefined) throw Object.assign(new Error("It is not there"), { code: "ENOENT" });
    return found;
  }

  #rename(folder: string, ...names: Name[]): void {
    for (const [file, content] of names) {
      if (content === undefined) this.#names.delete(file);
      else this.#names.set(file, content);
    }
    this.#did({ kind: "names", folder, names });
  }

  #make(file: string): Content {
    if (this.#names.has(file)) throw Object.assign(new Error("It is there already"), { code: "EEXIST" });
    const content = this.#contents.push(new Uint8Array()) - 1;
    this.#rename(path.dirname(file), [file, content]);
    return content;
  }

  #makeFolders(folder: string): string | undefined {
    if (this.#names.has(folder)) return undefined;
    const first = this.#makeFolders(path.dirname(folder));
    this.#make(folder);
    return first ?? folder;
  }

  async #unlink(file: string): Promise<void> {
    this.#at(file);
    this.#rename(path.dirname(file), [file, undefined]);
  }

  #write(content: Content, at: number, bytes: Uint8Array): void {
    const before = this.#contents[content] ?? new Uint8Array();
    const after = new Uint8Array(Math.max(before.length, at + bytes.length));
    after.set(before);
    after.set(bytes, at);
    this.#contents[content] = after;
    this.#did({ kind: "write", content, at, bytes });
  }

  #truncate(content: Content, length: number): void {
    this.#contents[content] = (this.#contents[content] ?? new Uint8Array()).slice(0, length);
    this.#did({ kind: "truncate", content, length });
  }

  #file(content: Content): OpenFile {
    return {
      writeFile: async (bytes) => this.#write(content, 0, bytes),
      readFile: async () => this.#contents[content] ?? new Uint8Array(),
      sync: async () => this.#did({ kind: "flush", content }),
      close: async () => undefined,
    };
  }

  /** Files are opened to be read, folders to be flushed. */
  #opened(file: string): OpenFile {
    const opened = this.#file(this.#at(file));
    return { ...opened, sync: async () => this.#did({ kind: "flush folder", folder: file }) };
  }
}
