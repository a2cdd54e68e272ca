/** One line on standard error about a fault of ours: which operation and what kind, never what an officer wrote. */
export function reportFault(operation: string, fault: unknown): void {
  const kind = fault instanceof Error ? fault.name : typeof fault;
  const at = fault instanceof Error ? (/\n\s+at (.+)/.exec(fault.stack ?? "")?.[1] ?? "") : "";
  process.stderr.write(`Fault in ${operation}: ${kind} ${at}\n`);
}
