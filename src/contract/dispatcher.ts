import { fail, type Result } from "../shared/result.ts";
import type { Contract, Handlers, OperationError, Transport } from "./define.ts";

/**
 * Turns handlers into one function that answers any request. Never throws: Electron keeps only the message of an
 * error thrown across its process boundary.
 *
 * @param report is told of faults of ours, so that they can be logged without bid text
 */
export function createDispatcher<C extends Contract>(
  contract: C,
  handlers: Handlers<C>,
  report: (operation: string, fault: unknown) => void,
): Transport {
  return async (name, input): Promise<Result<unknown, OperationError>> => {
    const operation = Object.hasOwn(contract, name) ? contract[name] : undefined;
    if (!operation) return fail({ code: "bad-request", message: `There is no operation called ${name}.` });
    const parsed = operation.input.safeParse(input);
    if (!parsed.success)
      return fail({ code: "bad-request", message: `${name}: ${parsed.error.issues[0]?.message ?? "wrong input"}` });
    try {
      return (await handlers[name as keyof C](parsed.data as never)) as Result<unknown, OperationError>;
    } catch (fault) {
      report(name, fault);
      return fail({ code: "internal", message: "Something went wrong here. Your work is kept; try again." });
    }
  };
}
