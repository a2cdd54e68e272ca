import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { plainText, type RichText } from "../../../src/fields/rich-text.ts";
import { mergeText } from "../../../src/history/merge-text.ts";
import { longAnswer, piecesIn, reworded, rewording } from "../../support/histories.ts";

const text = (...paragraphs: string[]) => longAnswer(paragraphs.map((one) => [one])) as RichText;

const figure = fc.constantFrom("£1.5m", "2.25", "1.4.14", "31.12.2014", "12.5%", "£1,250.75", "10.30 p.m.", "no. 7");
const sentence = fc
  .tuple(fc.constantFrom("We pay", "It starts on", "See para. 3.2 and", "Dr. Ives of St. Helens says"), figure)
  .map(([words, number]) => `${words} ${number}`)
  .chain((words) => fc.constantFrom(".", "!", "?", ".”", ".)").map((end) => words + end));
const paragraphs = fc.array(
  fc.array(sentence, { minLength: 1, maxLength: 4 }).map((parts) => parts.join(" ")),
  { minLength: 1, maxLength: 4 },
);
type Doing = [number, { at: number; to: string }, string];

const doings = fc.array(fc.tuple(fc.nat({ max: 9 }), rewording, fc.constantFrom("reword", "reword", "add", "remove")), {
  maxLength: 4,
});

function after(start: readonly string[], done: readonly Doing[]): string[] {
  let now = [...start];
  for (const [index, how, what] of done) {
    const at = index % Math.max(1, now.length);
    if (what === "add") now = now.toSpliced(at, 0, `Here ${how.to}.${how.at} is new.`);
    else if (what === "remove") now = now.toSpliced(at, 1);
    else now = now.map((one, place) => (place === at ? reworded(one, how) : one));
  }
  return now;
}

const versions = fc
  .tuple(paragraphs, doings, doings)
  .map(([base, one, other]) => [text(...base), text(...after(base, one)), text(...after(base, other))] as const);

describe("merging two versions of a long answer", () => {
  test("makes no sentence and no figure that nobody wrote", () => {
    fc.assert(
      fc.property(versions, ([base, mine, theirs]) => {
        const known = new Set([base, mine, theirs].flatMap(piecesIn));
        const merged = mergeText(base, mine, theirs);
        for (const piece of [merged.mine, merged.theirs].flatMap(piecesIn)) expect([...known]).toContain(piece);
      }),
      { numRuns: 10_000 },
    );
  });

  test("is the same from either side", () => {
    fc.assert(
      fc.property(versions, ([base, mine, theirs]) => {
        const [here, there] = [mergeText(base, mine, theirs), mergeText(base, theirs, mine)];
        expect(there).toEqual({ mine: here.theirs, theirs: here.mine, clashes: here.clashes });
        expect(here.clashes || plainText(here.mine) === plainText(here.theirs)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test("loses no new sentence of either, whichever side is chosen where they clash", () => {
    fc.assert(
      fc.property(versions, ([base, mine, theirs]) => {
        const merged = mergeText(base, mine, theirs);
        const before = new Set(piecesIn(base));
        const [chosen, other] = [new Set(piecesIn(merged.mine)), new Set(piecesIn(merged.theirs))];
        for (const piece of piecesIn(mine)) expect(before.has(piece) || chosen.has(piece)).toBe(true);
        for (const piece of piecesIn(theirs)) expect(before.has(piece) || other.has(piece)).toBe(true);
      }),
      { numRuns: 5000 },
    );
  });

  test.each([
    ["an amount", "It costs £1.5m.", "It costs £2.5m.", "It costs £1.7m."],
    [
      "a date",
      "It starts on 1.4.14 at the latest.",
      "It starts on 2.4.14 at the latest.",
      "It starts on 1.5.14 at the latest.",
    ],
    ["a date with spaces", "Open until 1. 4. 14.", "Open until 2. 4. 14.", "Open until 1. 5. 14."],
    ["a share", "It saves 12.5% a year.", "It saves 13.5% a year.", "It saves 12.7% a year."],
    ["a number after a short word", "See no. 5 of approx. 70.", "See no. 6 of approx. 70.", "See no. 5 of approx. 80."],
    ["a name", "Ask Dr. Smith.", "Ask Mr. Smith.", "Ask Dr. Jones."],
  ])("%s that both changed is not mixed", (_, base, mine, theirs) => {
    const merged = mergeText(text(`${base} All agree.`), text(`${mine} All agree.`), text(`${theirs} All agree.`));
    expect(merged).toEqual({ mine: text(`${mine} All agree.`), theirs: text(`${theirs} All agree.`), clashes: true });
  });

  test("an amount that is partly bold is no less one amount", () => {
    const bold = (pounds: string, rest: string) =>
      ({ blocks: [{ type: "paragraph", spans: [{ text: pounds, bold: true }, { text: rest }] }] }) as RichText;
    const merged = mergeText(bold("£1", ".5m is spent."), bold("£2", ".5m is spent."), bold("£1", ".7m is spent."));
    expect(merged.clashes).toBe(true);
    expect(merged.mine).toEqual(bold("£2", ".5m is spent."));
  });

  test("sentences that end with a quote or a bracket are merged one by one", () => {
    const merged = mergeText(
      text("He said “It is 5.” She agreed (in May.) All left."),
      text("He said “It is 6.” She agreed (in May.) All left."),
      text("He said “It is 5.” She agreed (in May.) All stayed."),
    );
    const both = text("He said “It is 6.” She agreed (in May.) All stayed.");
    expect(merged).toEqual({ mine: both, theirs: both, clashes: false });
  });

  test("what does not clash is taken whichever side is chosen", () => {
    const merged = mergeText(
      text("One.", "It costs £1.", "Three."),
      text("One by Ann.", "It costs £2.", "Three."),
      text("One.", "It costs £3.", "Three by Bob."),
    );
    expect(merged).toEqual({
      mine: text("One by Ann.", "It costs £2.", "Three by Bob."),
      theirs: text("One by Ann.", "It costs £3.", "Three by Bob."),
      clashes: true,
    });
  });

  test("a paragraph beside one that the other changed or took out is no clash", () => {
    const base = text("One.", "Two.");
    const merge = (mine: RichText, theirs: RichText) => mergeText(base, mine, theirs);
    expect(merge(text("One.", "Two by Ann."), text("One.", "Two.", "New by Bob."))).toMatchObject({
      mine: text("One.", "Two by Ann.", "New by Bob."),
      clashes: false,
    });
    expect(merge(text("One."), text("One.", "Two.", "New by Bob."))).toMatchObject({
      mine: text("One.", "New by Bob."),
      clashes: false,
    });
    expect(merge(text("One.", "Two. More by Ann."), text("One.", "Two by Bob."))).toMatchObject({
      mine: text("One.", "Two by Bob. More by Ann."),
      clashes: false,
    });
  });
});
