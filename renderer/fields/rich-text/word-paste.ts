import { pastedStyle } from "./pasted-styles.ts";

/** A list that paragraphs of a Word document are being gathered into, one for each level that is open. */
interface OpenList {
  element: Element;
  ordered: boolean;
}

const listStyle = /mso-list:\s*l\d+\s+level(\d+)/i;
const ignoredStyle = /mso-list:\s*ignore/i;
/** Numbers and letters with a full stop or bracket; Word’s hollow bullet is a lone letter o. */
const numbered = /^(?:\d+|[a-z]|[ivxlc]+)[.)]/i;

/**
 * Word puts lists on the clipboard as paragraphs that only look like lists. They become lists here, nested as they were,
 * and what only Word understands is taken out. Works on the parsed clipboard in place.
 */
export function cleanWordPaste(body: ParentNode): void {
  removeWordOnly(body);
  let open: OpenList[] = [];
  for (const paragraph of body.querySelectorAll("p, h1, h2, h3, h4, h5, h6")) {
    const level = levelOf(paragraph);
    if (level === undefined) {
      open = [];
      continue;
    }
    if (paragraph.previousElementSibling !== open[0]?.element) open = [];
    open = gather(paragraph, { level, open });
  }
}

function levelOf(paragraph: Element): number | undefined {
  const level = listStyle.exec(pastedStyle(paragraph))?.[1];
  return level === undefined ? undefined : Number(level);
}

function removeWordOnly(body: ParentNode): void {
  for (const element of body.querySelectorAll("style, xml, meta, link, title, script")) element.remove();
  for (const element of body.querySelectorAll("*")) {
    if (element.tagName.toLowerCase() === "o:p") element.replaceWith(...element.childNodes);
  }
}

/** Moves one paragraph into the list of its level, opening and closing lists as needed. */
function gather(paragraph: Element, { level, open }: { level: number; open: OpenList[] }): OpenList[] {
  const ordered = numbered.test(takeMarker(paragraph));
  let lists = open.slice(0, level);
  if (lists.length === level && lists.at(-1)?.ordered !== ordered) lists = lists.slice(0, -1);
  while (lists.length < level) lists = [...lists, openList(paragraph, lists.at(-1), ordered)];
  const item = paragraph.ownerDocument.createElement("li");
  const text = paragraph.ownerDocument.createElement("p");
  text.append(...paragraph.childNodes);
  item.append(text);
  lists.at(-1)?.element.append(item);
  paragraph.remove();
  return lists;
}

function openList(paragraph: Element, parent: OpenList | undefined, ordered: boolean): OpenList {
  const document = paragraph.ownerDocument;
  const element = document.createElement(ordered ? "ol" : "ul");
  if (!parent) paragraph.before(element);
  else {
    const item = parent.element.lastElementChild ?? parent.element.appendChild(document.createElement("li"));
    item.append(element);
  }
  return { element, ordered };
}

/** Takes the bullet or number, which Word puts in the text, out of the paragraph. */
function takeMarker(paragraph: Element): string {
  const marker = [...paragraph.querySelectorAll("span")].find((span) => ignoredStyle.test(pastedStyle(span)));
  if (!marker) return "";
  const text = (marker.textContent ?? "").trim();
  const parent = marker.parentElement;
  if (parent && parent !== paragraph && parent.childElementCount === 1 && parent.textContent?.trim() === text)
    parent.remove();
  else marker.remove();
  return text;
}
