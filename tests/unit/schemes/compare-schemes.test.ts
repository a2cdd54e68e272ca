import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { misreadNumbers } from "../../../src/schemes/compare-questions.ts";
import { compareSchemes } from "../../../src/schemes/compare-schemes.ts";
import { loadScheme } from "../../../src/schemes/load-scheme.ts";
import type { Scheme } from "../../../src/schemes/scheme-schema.ts";
import { scheme, shared } from "../../support/bidwright.ts";
import { changedFiles, nextVersion, type TextChanges } from "../../support/scheme-versions.ts";

const before = scheme("tca-2013-14");

function after(changes: TextChanges): Scheme {
  const loaded = loadScheme(changedFiles("tca-2013-14", changes), shared());
  if (!loaded.ok) throw new Error(loaded.error.join("\n"));
  return loaded.value;
}

describe("an update of a scheme is told in full", () => {
  const changes = compareSchemes(before, after(nextVersion));
  const about = (id: string) => changes.find((one) => one.id === id);

  test("nothing differs between a scheme and itself", () => {
    expect(compareSchemes(before, scheme("tca-2013-14"))).toEqual([]);
  });

  test("the version", () => {
    expect(about("tca-2013-14")?.settings).toEqual([{ what: "Version", before: "1.0.0", after: "1.1.0" }]);
  });

  test("a figure with its amounts, and the rule that compares with it", () => {
    expect(about("limited-band-high")).toMatchObject({ part: "figure", kind: "changed" });
    expect(about("limited-band-high")?.settings).toEqual([
      { what: "Value", before: "£500,000 from 22 March 2013", after: "£400,000 from 22 March 2013" },
    ]);
    expect(about("award-within-limited-band")?.settings.map((one) => one.what)).toEqual([
      "Rule",
      "Worked examples that differ",
      "Figure it compares with",
    ]);
  });

  test("a question that came, one that went and one in other words", () => {
    expect(about("learning-contact")).toMatchObject({
      part: "question",
      kind: "added",
      label: "How you will share it",
    });
    expect(about("sharing-the-learning")).toMatchObject({ part: "question", kind: "removed" });
    expect(about("innovation")?.settings).toEqual([
      { what: "Question", before: "What is new about this", after: "What is new here" },
    ]);
  });

  test("and nothing else", () => {
    expect(changes).toHaveLength(6);
  });

  test("kinds, limits, choices, conditions, columns and required, each by name", () => {
    const changed = (change: (one: Scheme) => void) => {
      const other = structuredClone(before);
      change(other);
      return compareSchemes(before, other).flatMap((one) => one.settings);
    };
    const question = (of: Scheme, id: string) =>
      of.sections.flatMap((one) => one.questions).find((one) => one.id === id) as Record<string, unknown> | undefined;
    const set = (id: string, key: string, value: unknown) =>
      changed((of) => Object.assign(question(of, id) ?? {}, { [key]: value }));
    expect(set("award-requested", "max", 7)).toContainEqual({ what: "Most", before: "", after: "7" });
    expect(set("award-requested", "required", false)).toContainEqual({
      what: "An answer is needed",
      before: "yes",
      after: "no",
    });
    expect(set("innovation", "when", { field: "strand", is: "limited-sharing" })).toContainEqual({
      what: "Asked where",
      before: "always",
      after: "“Strand” is “Limited shared arrangements”",
    });
    expect(set("innovation", "kind", "short-text")).toContainEqual({
      what: "Kind of answer",
      before: "rich-text",
      after: "short-text",
    });
  });

  test("whatever one part of a scheme is changed to, it is listed", () => {
    const places = leaves(before);
    fc.assert(
      fc.property(fc.constantFrom(...places), (path) => {
        const other = structuredClone(before);
        const holder = path
          .slice(0, -1)
          .reduce<Record<string, unknown>>(
            (at, key) => at[key] as Record<string, unknown>,
            other as unknown as Record<string, unknown>,
          );
        const key = path.at(-1) ?? "";
        holder[key] = typeof holder[key] === "number" ? (holder[key] as number) + 1 : `${String(holder[key])}x`;
        expect(compareSchemes(before, other), path.join(".")).not.toEqual([]);
      }),
      { numRuns: 300 },
    );
  });

  test("a figure that would be read as another kind of number is found out", () => {
    const other = structuredClone(before);
    const question = other.sections.flatMap((one) => one.questions).find((one) => one.id === "award-requested");
    Object.assign(question ?? {}, { kind: "number" });
    expect(misreadNumbers(before, other)).toEqual([{ question: "award-requested" }]);
    expect(misreadNumbers(before, before)).toEqual([]);
  });
});

/** Every text and number that stands somewhere in the scheme, but ids and conditions, which would not hold together. */
function leaves(value: unknown, path: string[] = []): string[][] {
  if (typeof value === "string" || typeof value === "number") return path.at(-1) === "id" ? [] : [path];
  if (typeof value !== "object" || value === null) return [];
  return Object.entries(value).flatMap(([key, part]) =>
    ["when", "test", "applies", "kind"].includes(key) ? [] : leaves(part, [...path, key]),
  );
}
