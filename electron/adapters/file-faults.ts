import path from "node:path";

const megabyte = 1024 * 1024;

/** Why a bid file could not be read, as the end of a sentence about it. */
export function readFault(code: string): string {
  return readFaults[code] ?? `could not be read (${code}). Try again, or open a copy of it.`;
}

const readFaults: Readonly<Record<string, string>> = {
  ENOENT: "is not there. Look whether it was moved or renamed.",
  EACCES: "may not be opened by you. Ask whoever looks after the folder.",
  EPERM: "may not be opened by you. Ask whoever looks after the folder.",
};

/** Why a bid file was not saved, and what to do: names the file, the place and the room it needs. */
export function saveFault(file: string, code: string, bytes: number): string {
  const [name, folder] = [`“${path.basename(file)}”`, path.dirname(file)];
  const rest = "What was saved before is unchanged.";
  const closed = `${name} was not saved: it or ${folder} may not be changed, or another program holds it. ${rest} Close other programs that show it, or save it elsewhere.`;
  const full = `${name} was not saved: there is no room in ${folder} (${sizeInWords(bytes)} is needed). ${rest} Make room, or save it elsewhere.`;
  const known: Readonly<Record<string, string>> = {
    ENOSPC: full,
    EDQUOT: full,
    EACCES: closed,
    EPERM: closed,
    EBUSY: closed,
    EROFS: closed,
    ENOENT: `${name} was not saved: ${folder} is not there any more. Connect the drive again, or save it elsewhere.`,
    DIFFERENT: `${name} was not saved: what was read back from ${folder} was not what was written. ${rest} Save it elsewhere.`,
    CHANGED: `${name} was not saved: somebody else changed it since it was opened here. Theirs was left as it is.`,
  };
  return known[code] ?? `${name} was not saved in ${folder} (${code}). ${rest} Try again, or save it elsewhere.`;
}

/** Why what was typed could not be kept in the app's own folder. */
export function journalFault(folder: string, code: string): string {
  const full = code === "ENOSPC" || code === "EDQUOT";
  const why = full ? `there is no room in ${folder}` : `${folder} cannot be written (${code})`;
  const next = full
    ? "Make room there, and save the bid now."
    : "Save the bid now, and tell whoever looks after this computer.";
  return `What you type is not safe until the bid is saved: ${why}. ${next}`;
}

/** Why a scheme was not put on the shelf or taken from it, and what to do. */
export function folderFault(id: string, folder: string, code: string): string {
  const rest = "What was there before is unchanged.";
  if (code === "ENOSPC" || code === "EDQUOT") {
    return `The scheme “${id}” was not changed: there is no room in ${folder}. ${rest} Make room, and try again.`;
  }
  return `The scheme “${id}” was not changed: ${folder} could not be written (${code}). ${rest} Close other programs that show it, and try again.`;
}

/** Size in megabytes, for a sentence. */
export function sizeInWords(bytes: number): string {
  return `${(bytes / megabyte).toFixed(1)} MB`;
}
