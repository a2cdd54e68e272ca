import type * as z from "zod";
import type { Result } from "../shared/result.ts";

/** One operation that the window can ask for. Everything that crosses is plain data. */
export interface Operation<Input extends z.ZodType = z.ZodType, Output = unknown, Code extends string = string> {
  input: Input;
  /** Never set; it carries the type of what comes back. */
  output?: Output;
  errors: readonly Code[];
}

/** `bad-request`: the input did not fit. `internal`: a fault of ours. Both carry a plain sentence. */
export interface OperationError<Code extends string = string> {
  code: Code | "bad-request" | "internal";
  message: string;
}

export type Contract = Record<string, Operation>;

export type InputOf<O> = O extends Operation<infer Input, unknown, string> ? z.infer<Input> : never;
/** What a caller gives: members with a usual value may be left out. */
export type AskOf<O> = O extends Operation<infer Input, unknown, string> ? z.input<Input> : never;
export type ReplyOf<O> =
  O extends Operation<z.ZodType, infer Output, infer Code> ? Result<Output, OperationError<Code>> : never;

/** Declares an operation: `operation<Output>()({ input, errors })`. */
export function operation<Output>() {
  return <Input extends z.ZodType, const Code extends string>(shape: {
    input: Input;
    errors: readonly Code[];
  }): Operation<Input, Output, Code> => shape;
}

export type Handlers<C extends Contract> = {
  [Name in keyof C]: (input: InputOf<C[Name]>) => Promise<ReplyOf<C[Name]>>;
};

/** The only thing the desktop window, the browser, the command line and the tests implement differently. */
export type Transport = (name: string, input: unknown) => Promise<unknown>;
