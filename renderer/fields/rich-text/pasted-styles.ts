const kept = "data-pasted-style";

/**
 * Puts style attributes out of the browser’s sight before pasted HTML is parsed. The content security policy forbids
 * them and would report each one. Only the insides of tags are touched.
 */
export function hideStyles(html: string): string {
  return html
    .replaceAll(/<style\b[\s\S]*?<\/style\s*>/gi, "")
    .replaceAll(/<[a-z][^>]*>/gi, (tag) => tag.replaceAll(/\sstyle\s*=/gi, ` ${kept}=`));
}

/** The style an element was pasted with, also the parts that only a word processor knows. */
export function pastedStyle(element: Element): string {
  return element.getAttribute(kept) ?? element.getAttribute("style") ?? "";
}

/** Gives elements back the styles that a browser knows, by the way that the policy allows. */
export function restoreStyles(body: ParentNode): void {
  for (const element of body.querySelectorAll<HTMLElement>(`[${kept}]`)) element.style.cssText = pastedStyle(element);
}
