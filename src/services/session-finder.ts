import type { OperationError } from "../contract/define.ts";
import { fail, type Result } from "../shared/result.ts";
import type { Session, Sessions } from "./bid-sessions.ts";

type Run<T, E> = (session: Session) => Promise<Result<T, E>>;

/** Runs something with an open bid, or says that it is not open. */
export type WithSession = <T, E extends OperationError<string>>(
  id: string,
  run: Run<T, E>,
) => Promise<Result<T, E | OperationError<"not-open">>>;

export function sessionFinder(sessions: Sessions): WithSession {
  return (id, run) => {
    const session = sessions.get(id);
    if (session) return run(session);
    const message = "This bid is not open any more. Open it again from the start page.";
    return Promise.resolve(fail({ code: "not-open", message }));
  };
}
