import { expect, type Locator, type Page } from "@playwright/test";

/** How a person works the window: with mouse and keyboard, or with the keyboard alone. */
export interface Hands {
  page: Page;
  /** Puts the focus on a control. */
  reach(control: Locator): Promise<void>;
  /** Works a link or a button. */
  press(control: Locator): Promise<void>;
  /** Chooses one radio button of a group. */
  choose(group: Locator, option: string): Promise<void>;
  tick(box: Locator): Promise<void>;
  pick(select: Locator, option: string): Promise<void>;
}

export function mouseHands(page: Page): Hands {
  return {
    page,
    reach: (control) => control.click(),
    press: (control) => control.click(),
    choose: (group, option) => group.getByRole("radio", { name: option, exact: true }).check(),
    tick: (box) => box.check(),
    pick: async (select, option) => void (await select.selectOption({ label: option })),
  };
}

/** Nobody needs more stops than this to get anywhere on a page. */
const mostStops = 250;

export function keyboardHands(page: Page): Hands {
  const reach = async (control: Locator) => {
    for (let stop = 0; stop < mostStops; stop += 1) {
      if (await holdsFocus(control)) return;
      await page.keyboard.press("Tab");
    }
    throw new Error(`Tab does not reach ${control.toString()}`);
  };
  return {
    page,
    reach,
    press: async (control) => {
      await reach(control);
      await page.keyboard.press("Enter");
    },
    choose: async (group, option) => {
      const radios = group.getByRole("radio");
      const wanted = group.getByRole("radio", { name: option, exact: true });
      for (let stop = 0; stop < mostStops && !(await holdsFocus(group.locator("input:focus"))); stop += 1) {
        await page.keyboard.press("Tab");
      }
      if ((await radios.count()) === 1 || (await holdsFocus(wanted))) await page.keyboard.press("Space");
      for (let step = 0; step < (await radios.count()) && !(await wanted.isChecked()); step += 1) {
        await page.keyboard.press("ArrowDown");
      }
      await expect(wanted).toBeChecked();
    },
    tick: async (box) => {
      await reach(box);
      await page.keyboard.press("Space");
      await expect(box).toBeChecked();
    },
    pick: async (select, option) => {
      await reach(select);
      await page.keyboard.type(option);
    },
  };
}

async function holdsFocus(control: Locator): Promise<boolean> {
  const [element] = await control.elementHandles();
  return element ? element.evaluate((one) => one === document.activeElement) : false;
}
