import type { OperationError } from "../../src/contract/define.ts";
import { fail } from "../../src/shared/result.ts";

const error: OperationError = {
  code: "internal",
  message:
    "Bidwright cannot be reached. Start it again in another window; what you typed stays here until you close this one.",
};

/** What a transport answers when the other side does not. */
export const unreachable = fail(error);
