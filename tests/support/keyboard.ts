import type { Locator, Page } from "playwright-core";

const MOST_TABS = 600;

/** Presses Tab until something has the focus. What the keyboard cannot reach fails by name. */
export async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    if (await hasFocus(target)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${String(target)}`);
}

async function hasFocus(target: Locator): Promise<boolean> {
  return (await target.and(target.page().locator(":focus")).count()) === 1;
}

/** A field of a form by its name. */
export function field(page: Page, name: string): Locator {
  return page.locator(`main [name="${name}"]`);
}

/** Types into a field, over whatever stands in it. */
export async function typeInto(page: Page, name: string, text: string): Promise<void> {
  await tabTo(page, field(page, name));
  await page.keyboard.press("Control+A");
  await page.keyboard.insertText(text);
}

/** Types a day into the browser's own date field, digit by digit, in the order that this browser wants. */
export async function typeDay(page: Page, name: string, day: string): Promise<void> {
  const [year = "", month = "", date = ""] = day.split("-");
  const target = field(page, name);
  for (const digits of [year + month + date, month + date + year, date + month + year]) {
    await tabTo(page, target);
    // Back to the first of its three parts.
    for (let part = 0; part < 3; part += 1) await page.keyboard.press("ArrowLeft");
    await page.keyboard.type(digits);
    if ((await target.inputValue()) === day) return;
  }
  throw new Error(`the day ${day} could not be typed into ${name}`);
}

/** Goes through a list with the arrow keys until the wanted value stands in it. */
export async function choose(page: Page, name: string, value: string): Promise<void> {
  const target = field(page, name);
  await tabTo(page, target);
  await page.keyboard.press("Home");
  for (let steps = 0; steps < 60; steps += 1) {
    if ((await target.inputValue()) === value) return;
    await page.keyboard.press("ArrowDown");
  }
  throw new Error(`${name} has no choice ${value}`);
}

/** Ticks a box, or chooses one of a few, with the space bar and the arrow keys. */
export async function tick(page: Page, name: string, value = "yes"): Promise<void> {
  const target = page.locator(`main [name="${name}"][value="${value}"]`);
  if (await target.isChecked()) return;
  if ((await target.getAttribute("type")) === "radio") {
    await tabToGroup(page, name);
    for (let steps = 0; steps < 20 && !(await hasFocus(target)); steps += 1) {
      await page.keyboard.press("ArrowDown");
    }
  } else await tabTo(page, target);
  if (!(await target.isChecked())) await page.keyboard.press("Space");
  if (!(await target.isChecked())) throw new Error(`${name} could not be ticked`);
}

async function tabToGroup(page: Page, name: string): Promise<void> {
  const members = await page.locator(`main [name="${name}"]`).all();
  for (let tabs = 0; tabs < MOST_TABS; tabs += 1) {
    const focused = await Promise.all(members.map(hasFocus));
    if (focused.includes(true)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error(`the keyboard does not reach ${name}`);
}

/** Opens the file dialog of a field with the space bar and chooses a small text file. */
export async function handIn(page: Page, name: string, fileName: string): Promise<void> {
  const open = async (): Promise<void> => {
    await tabTo(page, field(page, name));
    await page.keyboard.press("Space");
  };
  // The browser is told to hand the dialog over well before it opens: a busy one takes a moment to heed it.
  const [chooser] = await Promise.all([page.waitForEvent("filechooser"), open()]);
  await chooser.setFiles(textFile(fileName));
}

/** A small text file, marked as made up. */
export function textFile(name: string): { name: string; mimeType: string; buffer: Buffer } {
  return { name, mimeType: "text/plain", buffer: Buffer.from(`【虚构】${name}\n`) };
}

/** Presses a button or follows a link by its words, with Enter, and waits for the page that comes. */
export async function press(page: Page, words: string): Promise<void> {
  const target = page
    .locator("main")
    .locator("button, a")
    .filter({ hasText: new RegExp(`^${words}`) })
    .first();
  await tabTo(page, target);
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
}
