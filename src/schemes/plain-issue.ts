import type * as z from "zod";

/** Where in a file, and what is wrong there, in words for a person who does not program. */
export interface PlainIssue {
  path: PropertyKey[];
  message: string;
}

/** In a choice of several forms, the complaint of the form that got furthest is the one that helps. */
export function plainIssue(issue: z.core.$ZodIssue): PlainIssue {
  if (issue.code !== "invalid_union" || issue.errors.length === 0) {
    return { path: issue.path, message: inWords(issue) };
  }
  const inner = issue.errors.flat().map(plainIssue);
  const best = inner.toSorted((a, b) => b.path.length - a.path.length)[0];
  if (!best || best.path.length === 0) return { path: issue.path, message: "is none of the forms that may stand here" };
  return { path: [...issue.path, ...best.path], message: best.message };
}

function inWords(issue: z.core.$ZodIssue): string {
  switch (issue.code) {
    case "unrecognized_keys":
      return unknownKeys(issue.keys);
    case "invalid_type":
      return issue.input === undefined ? "is missing" : `must be ${typeWords[issue.expected] ?? issue.expected}`;
    case "invalid_value":
      return `must be ${issue.values.map((value) => `“${String(value)}”`).join(" or ")}`;
    case "invalid_union":
      return "is none of the kinds that may stand here";
    default:
      return sizeInWords(issue);
  }
}

function unknownKeys(keys: readonly string[]): string {
  if (keys.every((key) => /^\d+$/.test(key))) return "has a comma in a number; write 75000 for 75,000";
  return `does not know ${keys.map((key) => `“${key}”`).join(", ")}; take it out, or look for a slip of the pen`;
}

function sizeInWords(issue: z.core.$ZodIssue): string {
  const letters = "origin" in issue && issue.origin === "string" ? " characters" : "";
  if (issue.code === "too_small") return `must have at least ${issue.minimum}${letters}`;
  if (issue.code === "too_big") return `must have at most ${issue.maximum}${letters}`;
  if (issue.code === "invalid_format") return formatWords[issue.format] ?? issue.message;
  return issue.message;
}

const typeWords: Readonly<Record<string, string>> = {
  string: "text; put it in quotation marks if it looks like something else",
  number: "a number",
  int: "a whole number",
  boolean: "true or false",
  array: "a list",
  tuple: "a list",
  object: "a group of lines, each with a name and a colon",
  record: "a group of lines, each with a name and a colon",
};

const formatWords: Readonly<Record<string, string>> = {
  date: "must be a day, written like 2013-07-14",
};
