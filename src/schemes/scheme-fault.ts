/** Something wrong in a scheme folder: the file, the place in it, and what to mend, in a plain sentence. */
export interface SchemeFault {
  /** Path inside the folder, with forward slashes. */
  file: string;
  /** Where in the file, as keys and positions of its data. */
  path: readonly (string | number)[];
  /** What it is about, where a file holds many: a rule, a question. */
  subject?: string;
  message: string;
}

/** The line and column of a place in a file: `rules.yaml line 12, column 3`. */
export type FindPlace = (file: string, path: SchemeFault["path"]) => string;

/** A fault in one sentence, with its file, line and column. */
export function faultInWords({ file, path, subject, message }: SchemeFault, placeOf: FindPlace): string {
  return `${placeOf(file, path)}${subject === undefined ? "" : `, ${subject}`}: ${message}`;
}
