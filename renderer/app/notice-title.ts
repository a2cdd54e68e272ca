import type { OpeningNotice } from "../../src/contract/views.ts";

const titles: Record<OpeningNotice["kind"], string> = {
  recovered: "Your work came back",
  damaged: "Part of the file could not be read",
  "read-only": "Reading only",
  copies: "Copies of this bid",
  carried: "Answers came over",
  added: "A newer Bidwright added to this file",
  scheme: "Another version of the scheme",
  gone: "The file is not there any more",
  "written-again": "The file was written again",
  "newer-state": "The file was changed",
};

/** The heading of a notice. Damage that was put right is no loss, and is not announced as one. */
export function noticeTitle({ kind, lost }: OpeningNotice): string {
  return kind === "damaged" && lost?.length === 0 ? "The file was damaged, and nothing is lost" : titles[kind];
}
