import type { UnsavedWork } from "../../../src/contract/views.ts";
import { dayAndTime } from "../../../src/shared/local-time.ts";
import { count } from "../../components/count.ts";

/** What a bid is called whose work is kept: by its title, or else by its file. */
export function unsavedName({ title, file }: UnsavedWork): string {
  return title ?? file?.label ?? "A bid";
}

/** What is kept, and how it comes back. */
export function unsavedInWords({ changes, typedAt, file, fileIsThere = false, hasCopies }: UnsavedWork): string {
  const kept = `${count(changes, "change")}, the last on ${dayAndTime(typedAt)}.`;
  const back = changes === 1 ? "it comes back" : "they come back";
  if (file === undefined) return `${kept} Open its file, and ${back}.`;
  if (fileIsThere) return `${kept} Open ${file.label} in ${file.folder}, and ${back}.`;
  const elsewhere = `${file.label} is not in ${file.folder} now. Open it from where it is, and ${back}`;
  return `${kept} ${elsewhere}${hasCopies ? "; or open a copy of it that is kept on this computer" : ""}.`;
}
