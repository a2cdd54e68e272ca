import type { SaveState } from "../../src/contract/views.ts";
import { clockTime, clockTimeWithSeconds } from "../components/moments.ts";

/** `Safe on this computer at 14:02:31 · in the file at 14:02`. */
export function saveLine(saved: SaveState): string {
  const line = [...onThisComputer(saved), inTheFile(saved, saved.savedAt)].join(" · ");
  return line.charAt(0).toUpperCase() + line.slice(1);
}

function onThisComputer({ safeAt, notSafe }: SaveState): string[] {
  if (notSafe !== undefined) return ["Not safe on this computer"];
  return safeAt === undefined ? [] : [`Safe on this computer at ${clockTimeWithSeconds(safeAt)}`];
}

function inTheFile({ state }: SaveState, savedAt: string | undefined): string {
  if (state === "failed") return "not in the file";
  if (state === "changed-elsewhere") return "the file was changed by somebody else";
  if (state === "taken-over") return "the file was taken over by somebody else";
  if (savedAt !== undefined) return `in the file at ${clockTime(savedAt)}`;
  return state === "saving" ? "saving the file…" : "in the file";
}

/** What is worth reading out: it changes no more often than once a minute while all is well. */
export function saveNews(saved: SaveState): string {
  if (saved.state === "failed" || saved.notSafe !== undefined) return "Not saved";
  if (saved.state === "changed-elsewhere") return "The file was changed by somebody else";
  if (saved.state === "taken-over") return "The file was taken over by somebody else";
  return saved.savedAt === undefined ? "" : `Saved at ${clockTime(saved.savedAt)}`;
}
