import { expect, openExample, test, visit } from "./support/app.ts";

test.use({ examples: ["cheshire"] });

/** As Word puts it on the clipboard: lists are paragraphs that only look like lists. */
const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal { color: red }</style></head>
<body><!--StartFragment-->
<p class=MsoNormal style='margin:0'>Why <b>now</b>, see <a href="https://example.org/plan">the plan</a> and <a href="javascript:alert(1)">this</a><o:p></o:p></p>
<p class=MsoListParagraphCxSpFirst style='text-indent:-18.0pt;mso-list:l0 level1 lfo1'><![if !supportLists]><span style='font-family:Symbol'><span style='mso-list:Ignore'>·<span style='font:7.0pt "Times New Roman"'>&nbsp;&nbsp;&nbsp; </span></span></span><![endif]>First point<o:p></o:p></p>
<p class=MsoListParagraphCxSpMiddle style='mso-list:l0 level2 lfo1'><span style='mso-list:Ignore'>o<span>&nbsp;</span></span>Nested point</p>
<p class=MsoListParagraphCxSpLast style='mso-list:l0 level1 lfo1'><span style='mso-list:Ignore'>·</span>Second point</p>
<p class=MsoListParagraph style='mso-list:l1 level1 lfo2'><span style='mso-list:Ignore'>1.</span>Numbered</p>
<table style='width:100%'><tr><td colspan=2 style='color:red'>Head</td></tr><tr><td>a</td><td>b</td></tr></table>
<!--EndFragment--></body></html>`;

test("a page pasted from Word keeps its lists, tables and safe links, and nothing else", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/about-the-bid");
  const answer = page.getByRole("textbox", { name: /^Summary of the bid/ });
  await answer.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.press("Delete");
  await page.evaluate((html) => {
    const data = new DataTransfer();
    data.setData("text/html", html);
    document.activeElement?.dispatchEvent(
      new ClipboardEvent("paste", { clipboardData: data, bubbles: true, cancelable: true }),
    );
  }, fromWord);
  await page.getByLabel("Award asked for").focus();

  await expect(answer.locator("> p").first()).toHaveText("Why now, see the plan and this");
  await expect(answer.locator("> p strong")).toHaveText("now");
  await expect(answer.getByTitle("https://example.org/plan")).toHaveText("the plan");
  await expect(answer.locator("[title^=javascript]")).toHaveCount(0);
  await expect(answer.locator("> ul > li > p")).toHaveText(["First point", "Second point"]);
  await expect(answer.locator("> ul > li > ul > li")).toHaveText("Nested point");
  await expect(answer.locator("> ol > li")).toHaveText("Numbered");
  await expect(answer.locator("tr").first().locator("th")).toHaveText(["Head", ""]);
  await expect(answer.locator("tr").last().locator("td")).toHaveText(["a", "b"]);
  await expect(answer).not.toContainText("·");
});

test("bold, lists and tables are made with keys and buttons, and counted as words", async ({ page }) => {
  await openExample(page, "cheshire");
  await visit(page, "/bid/section/innovation");
  const answer = page.getByRole("textbox", { name: /^What is new about this/ });
  await answer.click();
  await page.keyboard.press("ControlOrMeta+a");
  await page.keyboard.type("One ");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.type("bold");
  await page.keyboard.press("ControlOrMeta+b");
  await page.keyboard.press("Enter");
  const tools = page.getByRole("toolbar", { name: "Formatting" }).first();
  await tools.getByRole("button", { name: "Numbers" }).click();
  await page.keyboard.type("first");
  await page.keyboard.press("Enter");
  await page.keyboard.type("second");
  await expect(tools.getByRole("button", { name: "Numbers" })).toHaveAttribute("aria-pressed", "true");
  await expect(answer.locator("strong")).toHaveText("bold");
  await expect(answer.locator("ol > li")).toHaveText(["first", "second"]);
  await expect(page.getByText(/^4 words/).first()).toBeVisible();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Enter");
  await tools.getByRole("button", { name: "Table" }).click();
  await expect(answer.locator("th")).toHaveCount(3);
  await page.keyboard.press("ControlOrMeta+z");
  await expect(answer.locator("th")).toHaveCount(0);
});
