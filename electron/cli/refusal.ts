/** How a command ends: 0 all well, 1 blockers stand, 2 it could not be done. */
export type ExitCode = 0 | 1 | 2;

/** Why a command could not be done, in plain lines for standard error. */
export class Refusal extends Error {
  readonly lines: readonly string[];
  readonly exitCode: ExitCode;

  constructor(lines: readonly string[], exitCode: ExitCode = 2) {
    super(lines.join("\n"));
    this.lines = lines;
    this.exitCode = exitCode;
  }
}

/** The lines to print for anything that went wrong; a fault of ours gets one line as well, never its stack. */
export function refusalOf(fault: unknown): Refusal {
  if (fault instanceof Refusal) return fault;
  return new Refusal([fault instanceof Error ? (fault.message.split("\n")[0] ?? "") : "Something went wrong here."]);
}
