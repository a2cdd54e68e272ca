/** What a scheme may hold beside its texts: the funder's own blank forms, and pictures. */
const formEndings = ["docx", "xlsx"];
const pictureEndings = ["png", "jpg", "jpeg", "gif"] as const;
const textEndings = ["yaml", "md"];

/** Long enough for any scheme, and short enough for every file system below a usual folder. */
const longestName = 180;
const deepestFolder = 8;

/** Windows takes these for devices, whatever ending follows. */
const deviceName = /^(?:con|prn|aux|nul|com[0-9¹²³]|lpt[0-9¹²³])(?:\.|$)/i;
/** Control characters, and characters that turn the direction of writing or cannot be seen. */
const unseen = /[\p{Cc}\p{Cf}\p{Cs}\p{Co}\u2028\u2029]/u;

/**
 * Why a file of a scheme may not go by its name; undefined where it may. Names stand with forward slashes, and a folder's
 * may end in one.
 *
 * @returns the end of a sentence about the name
 */
export function refusedName(name: string): string | undefined {
  if (name.includes("\\")) return "has a backslash in its name";
  if (/^[a-z]:/i.test(name)) return "begins with the letter of a drive";
  if (name.startsWith("/")) return "begins at the root of the disk";
  const parts = name.replace(/\/$/, "").split("/");
  if (parts.includes("..")) return "climbs out of its folder";
  if (parts.some((part) => part === "" || part === ".")) return "has an empty part in its name";
  if (name.length > longestName) return `has a name of more than ${longestName} characters`;
  if (parts.length > deepestFolder) return `lies more than ${deepestFolder} folders deep`;
  return parts.map(refusedPart).find((why) => why !== undefined);
}

function refusedPart(part: string): string | undefined {
  if (unseen.test(part)) return "has characters in its name that cannot be seen";
  if (/[<>:"|?*]/.test(part)) return "has a character in its name that Windows refuses";
  if (/[. ]$/.test(part)) return "has a name that ends in a full stop or a space, which Windows refuses";
  if (deviceName.test(part)) return "has a name that Windows keeps for a device";
  return undefined;
}

/** A file name as a sentence can show it: what cannot be seen is written out, and what is long is cut. */
export function shownName(name: string): string {
  const seen = [...name].map((sign) =>
    unseen.test(sign) ? `\\u${sign.charCodeAt(0).toString(16).padStart(4, "0")}` : sign,
  );
  return seen.length > 120 ? `${seen.slice(0, 120).join("")}…` : seen.join("");
}

/**
 * Two names of which only one can stand on every computer: alike but for capitals or accents made another way, or one
 * that is a file and the folder of another.
 *
 * @param names of files, without those of folders
 * @returns the two; undefined where all can stand beside each other
 */
export function clashingNames(names: readonly string[]): [string, string] | undefined {
  const seen = new Map<string, string>();
  for (const name of names) {
    const other = seen.get(folded(name));
    if (other !== undefined) return [other, name];
    seen.set(folded(name), name);
  }
  const folders = new Map<string, string>();
  for (const name of names) {
    const parts = name.split("/");
    for (let depth = 1; depth < parts.length; depth += 1) {
      const folder = parts.slice(0, depth).join("/");
      const known = folders.get(folded(folder)) ?? folder;
      if (known !== folder) return [known, folder];
      folders.set(folded(folder), folder);
      if (seen.has(folded(folder))) return [seen.get(folded(folder)) as string, name];
    }
  }
  return undefined;
}

function folded(name: string): string {
  return name.normalize("NFC").toLowerCase();
}

/** What a file of a scheme is taken for by its name; `other` is left out. */
export type PackagePart = "text" | "form" | "picture" | "other";

export function partOfPackage(name: string): PackagePart {
  if (name.split("/").some((part) => part.startsWith(".") || part === "__MACOSX")) return "other";
  const ending = /\.([A-Za-z0-9]+)$/.exec(name)?.[1] ?? "";
  if (textEndings.includes(ending)) return "text";
  if (formEndings.includes(ending) && /^forms\/[^/]+$/.test(name)) return "form";
  return (pictureEndings as readonly string[]).includes(ending) ? "picture" : "other";
}

/**
 * The folder that holds a scheme inside a zip: its top (empty text), or the one folder that everything lies in.
 *
 * @returns undefined where there is no scheme.yaml in either place
 */
export function schemeRoot(names: readonly string[]): string | undefined {
  if (names.includes("scheme.yaml")) return "";
  const roots = names.flatMap((name) => /^([^/]+)\/scheme\.yaml$/.exec(name)?.[1] ?? []);
  const [root, ...others] = roots;
  return root !== undefined && others.length === 0 ? root : undefined;
}
