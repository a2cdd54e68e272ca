import { useEffect, useState } from "react";
import type { OperationError } from "../../src/contract/define.ts";
import type { Result } from "../../src/shared/result.ts";

export type Loading<T> =
  { state: "loading" } | { state: "ready"; value: T } | { state: "failed"; error: OperationError };

/** Asks once when the screen is shown, and again when `ask` or `asOf` changes. */
export function useReply<T>(
  ask: (asOf: string | undefined) => Promise<Result<T, OperationError>>,
  asOf?: string,
): Loading<T> {
  const [loading, setLoading] = useState<Loading<T>>({ state: "loading" });
  useEffect(() => {
    let wanted = true;
    const load = async () => {
      const reply = await ask(asOf);
      if (!wanted) return;
      setLoading(reply.ok ? { state: "ready", value: reply.value } : { state: "failed", error: reply.error });
    };
    void load();
    return () => {
      wanted = false;
    };
  }, [ask, asOf]);
  return loading;
}
