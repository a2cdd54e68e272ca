import { fromMarkdown, unsafeLinks } from "../fields/markdown.ts";
import { isSafeLink, richTextShape } from "../fields/rich-text.ts";
import { questionParts } from "./check-references.ts";
import type { SchemeFault } from "./scheme-fault.ts";
import type { Scheme } from "./scheme-schema.ts";

const allowed = "Links may begin with http://, https:// or mailto: only.";
const tooNested = "the guidance nests lists and quotations too deeply to be shown.";

/** Guidance that cannot be laid out, and links that open something other than a web page or a new message. */
export function guidanceFaults(scheme: Scheme): SchemeFault[] {
  const addresses = scheme.documents.flatMap(({ id, address }, index): SchemeFault[] =>
    address === undefined || isSafeLink(address)
      ? []
      : [{ file: "scheme.yaml", path: ["documents", index, "address"], subject: id, message: linkFault(address) }],
  );
  const guidance = questionParts(scheme).flatMap(({ question, file, path, subject = "" }): SchemeFault[] => {
    const part = { file, path: [...path, "guidance"], subject };
    return guidanceMessages(question.guidance ?? "").map((message) => ({ ...part, message }));
  });
  return [...addresses, ...guidance];
}

/** More signs of lists and quotations before the words of a line than any guidance needs; reading them takes long. */
const nestedLine = /^[ \t]*(?:(?:>|[-*+]|\d{1,9}[.)])[ \t]*){13}/m;

function guidanceMessages(text: string): string[] {
  if (nestedLine.test(text)) return [tooNested];
  try {
    const shown = richTextShape.safeParse(fromMarkdown(text)).success;
    return shown ? unsafeLinks(text).map(linkFault) : [tooNested];
  } catch (fault) {
    if (fault instanceof RangeError) return [tooNested];
    throw fault;
  }
}

function linkFault(link: string): string {
  return `links to “${link.slice(0, 80)}”. ${allowed}`;
}
