import {
  AlignmentType,
  Document,
  Footer,
  Header,
  LeaderType,
  Packer,
  PageNumber,
  PageOrientation,
  Paragraph,
  Tab,
  TableOfContents,
  TabStopType,
  TextRun,
  type ISectionOptions,
  type Table,
} from "docx";
import { TextWatermark } from "docx/watermarks";
import { isIsoDate, type IsoDate } from "../../shared/dates.ts";
import type { DocumentBlock, DocumentPart, WordDocument } from "../blocks.ts";
import { rewriteParts } from "./package-parts.ts";
import { settledIds } from "./settled-ids.ts";
import { blockChildren, ruleBelow, type BlockSetting } from "./word-blocks.ts";
import { gridTable } from "./word-table.ts";
import { colours, numbering, page, styles } from "./word-styles.ts";
import { markedRuns, runs } from "./word-rich-text.ts";

const contentsLevels = "1-2";
type Heading = Extract<DocumentBlock, { type: "heading" }>;

/** Writes a Word file natively. Equal content and day give equal bytes. Strings must have been made safe. */
export async function writeWord(document: WordDocument, madeOn: IsoDate): Promise<Uint8Array> {
  if (!isIsoDate(madeOn)) throw new Error(`“${madeOn}” is not a day`);
  const bookmarks = headingBookmarks(document);
  let lists = 0;
  const setting = (width: number): BlockSetting => ({
    width,
    nextList: () => (lists += 1),
    bookmark: (block) => bookmarks.get(block),
  });
  const front: ISectionOptions = {
    ...sheetOf(document, false),
    children: [...coverChildren(document), ...(document.contents === false ? [] : contentsChildren(bookmarks))],
  };
  const file = new Document({
    title: document.title,
    subject: document.subtitle,
    creator: document.author,
    lastModifiedBy: document.author,
    styles,
    numbering,
    sections: [front, ...document.parts.map((part) => partSection(document, part, setting))],
  });
  const packed = await Packer.pack(file, "uint8array");
  const settled = settledIds();
  return rewriteParts(packed, (name, xml) =>
    name === "docProps/core.xml" ? fixedProperties(xml, madeOn) : settled(xml),
  );
}

function partSection(
  document: WordDocument,
  part: DocumentPart,
  setting: (width: number) => BlockSetting,
): ISectionOptions {
  const width = textWidth(part.landscape);
  const [first, ...rest] = part.blocks;
  const opening = first?.type === "heading" ? { type: first.type, level: first.level, text: first.text } : first;
  const here = setting(width);
  // A part starts on a new page by itself: a second break would leave an empty one.
  const settled: BlockSetting = {
    ...here,
    bookmark: (block) => here.bookmark(block === opening && first ? first : block),
  };
  const blocks = opening ? [opening, ...rest] : rest;
  return { ...sheetOf(document, part.landscape), children: blocks.flatMap((block) => blockChildren(block, settled)) };
}

function textWidth(landscape: boolean): number {
  return (landscape ? page.long : page.short) - 2 * page.margin;
}

/** Paper, margins, and what stands at the head and foot of every page. */
function sheetOf({ marking, draft, title }: WordDocument, landscape: boolean): Omit<ISectionOptions, "children"> {
  const tabStops = [{ type: TabStopType.RIGHT, position: textWidth(landscape) }];
  const draftRuns = draft ? [new TextRun({ text: "DRAFT", bold: true, color: colours.draft }), watermark()] : [];
  const marked = () => new TextRun({ text: marking, bold: true, color: colours.text });
  return {
    properties: {
      page: {
        size: {
          width: page.short,
          height: page.long,
          orientation: landscape ? PageOrientation.LANDSCAPE : PageOrientation.PORTRAIT,
        },
        margin: {
          top: page.margin + 200,
          bottom: page.margin,
          left: page.margin,
          right: page.margin,
          header: 560,
          footer: 480,
        },
      },
    },
    headers: {
      default: new Header({
        children: [new Paragraph({ style: "PageEdge", tabStops, children: [marked(), tab(), ...draftRuns] })],
      }),
    },
    footers: {
      default: new Footer({
        children: [
          new Paragraph({ style: "PageEdge", alignment: AlignmentType.CENTER, children: [marked()] }),
          new Paragraph({ style: "PageEdge", tabStops, children: [new TextRun({ text: title }), tab(), pageOf()] }),
        ],
      }),
    },
  };
}

function tab(): TextRun {
  return new TextRun({ children: [new Tab()] });
}

function pageOf(): TextRun {
  return new TextRun({ children: ["Page ", PageNumber.CURRENT, " of ", PageNumber.TOTAL_PAGES] });
}

function watermark(): TextWatermark {
  return new TextWatermark({ text: "DRAFT", font: "Arial", color: "D9D9D9", opacity: 0.35, width: 420 });
}

function coverChildren(document: WordDocument): (Paragraph | Table)[] {
  const facts = gridTable(
    [{ share: 3 }, { share: 8 }],
    [[document.about ?? "About this bid", "Detail"], ...document.cover],
    {
      width: textWidth(false),
      cell: (text, { row, column }) => [
        new Paragraph({
          style: "TableText",
          children: runs([{ text, ...(row === "heading" || column === 0 ? { bold: true } : {}) }]),
        }),
      ],
    },
  );
  return [
    new Paragraph({
      heading: "Title",
      alignment: AlignmentType.LEFT,
      ...ruleBelow(),
      children: runs([{ text: document.title }]),
    }),
    new Paragraph({ style: "Subtitle", children: runs([{ text: document.subtitle }]) }),
    facts,
    new Paragraph({ style: "AfterTable" }),
    ...document.notes.map(
      (text) => new Paragraph({ style: "Hint", spacing: { before: 200 }, children: runs([{ text }]) }),
    ),
    ...(document.key ? [new Paragraph({ spacing: { before: 200 }, children: markedRuns(document.key) })] : []),
  ];
}

/** Bookmarks for the headings that the contents list, in order. */
function headingBookmarks({ parts }: WordDocument): Map<DocumentBlock, string> {
  const listed = parts.flatMap((part) => part.blocks).filter((block) => block.type === "heading" && block.level < 3);
  return new Map(listed.map((block, index) => [block, `heading_${index + 1}`]));
}

/** Written complete and without page numbers, so that Word need not ask to update anything when it opens the file. */
function contentsChildren(bookmarks: ReadonlyMap<DocumentBlock, string>): (Paragraph | TableOfContents)[] {
  const cachedEntries = [...bookmarks].map(([block, href]) => {
    const { text, level } = block as Heading;
    return { title: text, level, href };
  });
  return [
    new Paragraph({ style: "ContentsHeading", pageBreakBefore: true, children: runs([{ text: "Contents" }]) }),
    new TableOfContents("Contents", {
      hyperlink: true,
      headingStyleRange: contentsLevels,
      pageNumbersEntryLevelsRange: contentsLevels,
      beginDirty: false,
      tabLeader: LeaderType.NONE,
      cachedEntries,
    }),
  ];
}

/** The day the content is of, in place of the moment of writing, and the language of the text. */
function fixedProperties(xml: string, madeOn: IsoDate): string {
  return xml
    .replaceAll(/(<dcterms:(?:created|modified)[^>]*>)[^<]*/g, `$1${madeOn}T00:00:00Z`)
    .replace("</cp:coreProperties>", "<dc:language>en-GB</dc:language></cp:coreProperties>");
}
