import { describe, expect, test } from "vitest";
import { hideStyles } from "../../../renderer/fields/rich-text/pasted-styles.ts";

describe("styles of what is pasted", () => {
  test("no tag keeps a style that a browser would apply", () => {
    const html = `<p class=MsoNormal style='color:red' lang=EN><span STYLE = "font:7pt">a</span></p>`;
    expect(hideStyles(html)).toBe(
      `<p class=MsoNormal data-pasted-style='color:red' lang=EN><span data-pasted-style= "font:7pt">a</span></p>`,
    );
  });

  test("style sheets go, and words stay", () => {
    expect(hideStyles("<style>p { color: red }</style><p>Our style = plain</p>")).toBe("<p>Our style = plain</p>");
  });
});
