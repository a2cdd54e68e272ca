import { AlignmentType, BorderStyle, LevelFormat, LineRuleType, ShadingType, type IPropertiesOptions } from "docx";

const font = "Arial";

/** Colours of our own, each at least 4.5 to 1 against white. */
export const colours = {
  text: "0B0C0C",
  heading: "12436D",
  quiet: "505A5F",
  line: "B1B4B6",
  shade: "E9EEF3",
  draft: "B10E1E",
  takenOut: "7D1D1D",
  putIn: "0B4F35",
};

/** Widths in twentieths of a point: A4 with margins of two centimetres. */
export const page = { short: 11_906, long: 16_838, margin: 1134 } as const;

const shade = (fill: string) => ({ type: ShadingType.CLEAR, fill, color: "auto" });

const heading = (size: number, before: number, after: number) => ({
  run: { font, size, bold: true, color: colours.heading },
  paragraph: { spacing: { before, after, line: 252, lineRule: LineRuleType.AUTO }, keepNext: true, keepLines: true },
});

/** Sizes are in half points, spacing in twentieths of a point. */
export const styles: NonNullable<IPropertiesOptions["styles"]> = {
  default: {
    document: {
      run: { font, size: 22, color: colours.text, language: { value: "en-GB" } },
      paragraph: { spacing: { after: 120, line: 276, lineRule: LineRuleType.AUTO } },
    },
    title: {
      run: { font, size: 52, bold: true, color: colours.heading },
      paragraph: { spacing: { before: 1800, after: 160, line: 240, lineRule: LineRuleType.AUTO } },
    },
    heading1: heading(32, 360, 160),
    heading2: heading(25, 280, 100),
    heading3: heading(22, 200, 80),
    caption: {
      run: { font, size: 20, bold: true, color: colours.text },
      paragraph: { spacing: { before: 200, after: 80 }, keepNext: true, keepLines: true },
    },
    listParagraph: { paragraph: { spacing: { after: 60 }, contextualSpacing: true } },
    hyperlink: { run: { color: "1D70B8", underline: {} } },
  },
  characterStyles: [
    {
      id: "TakenOut",
      name: "Taken Out",
      run: { strike: true, color: colours.takenOut, shading: shade("FBE9E9") },
    },
    {
      id: "PutIn",
      name: "Put In",
      run: { bold: true, underline: {}, color: colours.putIn, shading: shade("E2F2EA") },
    },
  ],
  paragraphStyles: [
    {
      id: "Subtitle",
      name: "Subtitle",
      basedOn: "Normal",
      run: { size: 32, color: colours.text },
      paragraph: { spacing: { after: 360, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "ContentsHeading",
      name: "Contents Heading",
      basedOn: "Normal",
      run: { size: 32, bold: true, color: colours.heading },
      paragraph: { spacing: { after: 160 }, keepNext: true },
    },
    {
      id: "TOC1",
      name: "toc 1",
      basedOn: "Normal",
      run: { size: 20, bold: true },
      paragraph: { spacing: { before: 70, after: 10, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "TOC2",
      name: "toc 2",
      basedOn: "Normal",
      run: { size: 18 },
      paragraph: { indent: { left: 340 }, spacing: { after: 0, line: 240, lineRule: LineRuleType.AUTO } },
    },
    { id: "Hint", name: "Hint", basedOn: "Normal", run: { size: 20, color: colours.quiet } },
    { id: "Working", name: "Working", basedOn: "Normal", run: { size: 20 } },
    {
      id: "TableText",
      name: "Table Text",
      basedOn: "Normal",
      run: { size: 20 },
      paragraph: { spacing: { before: 30, after: 30, line: 252, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "TableDense",
      name: "Table Dense",
      basedOn: "TableText",
      run: { size: 16 },
      paragraph: { spacing: { before: 20, after: 20, line: 240, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "AfterTable",
      name: "After Table",
      basedOn: "Normal",
      run: { size: 8 },
      paragraph: { spacing: { before: 0, after: 100, line: 120, lineRule: LineRuleType.AUTO } },
    },
    {
      id: "Finding",
      name: "Finding",
      basedOn: "Normal",
      run: { size: 20 },
      paragraph: {
        keepLines: true,
        indent: { left: 200 },
        spacing: { before: 0, after: 0, line: 264, lineRule: LineRuleType.AUTO },
        border: { left: { style: BorderStyle.SINGLE, size: 18, space: 8, color: colours.heading } },
      },
    },
    {
      id: "PageEdge",
      name: "Page Edge",
      basedOn: "Normal",
      run: { size: 18, color: colours.quiet },
      paragraph: { spacing: { after: 0 } },
    },
  ],
};

const deepest = 9;
const bullets = ["•", "–", "•", "–", "•", "–", "•", "–", "•"];
const counts = [LevelFormat.DECIMAL, LevelFormat.LOWER_LETTER, LevelFormat.LOWER_ROMAN];

const indent = (level: number) => ({ paragraph: { indent: { left: 425 * (level + 1), hanging: 425 } } });

/** One definition of each kind of list; every numbered list is an instance of its own, so that it starts at 1. */
export const numbering: NonNullable<IPropertiesOptions["numbering"]> = {
  config: [
    {
      reference: "bullets",
      levels: Array.from({ length: deepest }, (_, level) => {
        return {
          level,
          format: LevelFormat.BULLET,
          text: bullets[level] ?? "•",
          alignment: AlignmentType.LEFT,
          style: indent(level),
        };
      }),
    },
    {
      reference: "numbers",
      levels: Array.from({ length: deepest }, (_, level) => {
        const format = counts[level % counts.length] ?? LevelFormat.DECIMAL;
        return { level, format, text: `%${level + 1}.`, alignment: AlignmentType.LEFT, style: indent(level) };
      }),
    },
  ],
};
