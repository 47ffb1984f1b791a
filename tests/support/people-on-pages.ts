import { expect } from "vitest";
import type { Browser, BrowserContext, Page } from "playwright-core";
import { findBarriers } from "./accessibility.ts";
import { field, press, tabTo, typeInto } from "./keyboard.ts";
import type { WholeSystem } from "./whole-system.ts";

/** Somebody at a browser of their own. */
export interface PersonOnPage {
  readonly page: Page;
  readonly context: BrowserContext;
  /** Opens an address of the system. */
  readonly open: (path: string) => Promise<void>;
}

/**
 * Gives somebody a browser of their own in Chinese. What the page's own script
 * complains of fails the test.
 */
export async function giveBrowser(
  browser: Browser,
  system: WholeSystem,
  options: { readonly script?: boolean } = {},
): Promise<PersonOnPage> {
  const context = await browser.newContext({
    locale: "zh-CN",
    viewport: { width: 1280, height: 900 },
    javaScriptEnabled: options.script !== false,
    acceptDownloads: true,
  });
  const page = await context.newPage();
  page.on("dialog", (dialog) => void dialog.accept());
  page.on("pageerror", (error) => {
    throw error;
  });
  return { page, context, open: async (path) => void (await page.goto(system.url + path)) };
}

/** Signs an official in with the keyboard alone. */
export async function signIn(
  person: PersonOnPage,
  system: WholeSystem,
  account: string,
): Promise<void> {
  const { page, open } = person;
  await open("/sign-in");
  await typeInto(page, "username", account);
  await tabTo(page, field(page, "password"));
  await page.keyboard.insertText(system.passwordOf(account));
  await press(page, "登录");
  expect(new URL(page.url()).pathname).toBe("/desk");
}

/** Expects that axe has nothing against the page as it stands. */
export async function expectNoBarriers(page: Page): Promise<void> {
  expect(await findBarriers(page), page.url()).toEqual([]);
}
