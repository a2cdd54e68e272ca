import type * as z from "zod";
import type { Cell, Comparable, FieldBase } from "./field.ts";

/**
 * One kind of question: everything the form, the rules, Word and Excel need to know of it.
 * `shape` says what can be stored at all; `problem` says, in words for the officer, what is wrong with a stored value.
 * A value with a problem is still kept.
 */
export interface Kind<Name extends string, Options extends z.ZodObject, Value> {
  name: Name;
  /** How officers and scheme authors call it. */
  title: string;
  /** What a scheme may set for a question of this kind. */
  options: Options;
  shape: z.ZodType<Value>;
  /** What to enter, said where something typed could not be read. */
  howToEnter?: string;
  problem(value: Value, field: FieldBase & z.infer<Options>): string | undefined;
  text(value: Value, field: FieldBase & z.infer<Options>): string;
  cell(value: Value, field: FieldBase & z.infer<Options>): Cell;
  /** Undefined: nothing that a rule could compare. */
  comparable(value: Value, field: FieldBase & z.infer<Options>): Comparable | undefined;
  /** True when nothing has been given, so the question counts as unanswered. */
  empty(value: Value): boolean;
  /** From what a person writes in an answers file to the stored value; `undefined` when it cannot be one. */
  read(written: unknown, field: FieldBase & z.infer<Options>): Value | undefined;
  /** The reverse of `read`. */
  write(value: Value, field: FieldBase & z.infer<Options>): unknown;
}

/** Fills the members that most kinds share. */
export function defineKind<const Name extends string, Options extends z.ZodObject, Value>(
  kind: Pick<Kind<Name, Options, Value>, "name" | "title" | "options" | "shape" | "text"> &
    Partial<Kind<Name, Options, Value>>,
): Kind<Name, Options, Value> {
  return {
    problem: () => undefined,
    cell: (value, field) => ({ value: kind.text(value, field), format: "text" }),
    comparable: () => undefined,
    empty: (value) => value === "",
    read: (written) => {
      const parsed = kind.shape.safeParse(written);
      return parsed.success ? parsed.data : undefined;
    },
    write: (value) => value,
    ...kind,
  };
}
