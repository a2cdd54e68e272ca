import type { Command } from "commander";
import type { ExitCode } from "./refusal.ts";

export interface Printer {
  out(text: string): void;
  err(text: string): void;
}

/** What a command found, for people and for programs, and how it ends. */
export interface Outcome {
  json: unknown;
  words: string[];
  /** Sentences for standard error, whichever of the two is printed. */
  notes?: string[];
  exitCode?: ExitCode;
}

export interface Options {
  json?: boolean;
  out?: string;
  replace?: boolean;
  draft?: boolean;
  scheme?: string;
  strand?: string;
  title?: string;
  question?: string;
  limit?: number;
  at?: string;
  from?: string;
  to?: string;
  bid?: string;
  like?: string;
  in?: string;
  into?: string;
  pounds?: string;
}

type Run = (args: (string | undefined)[], options: Options) => Promise<Outcome>;

/** Makes one command; `about` is its line in the list of commands. */
export type Add = (name: string, about: string, run: Run) => Command;

export const replaceOption = ["--replace", "replace a file that is there already"] as const;
