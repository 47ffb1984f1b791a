import { expect } from "vitest";
import type { Browser } from "playwright-core";
import { readPartyCode } from "../../demo/life/read-party-code.ts";
import { launchBrowser } from "./browser.ts";
import { fetchServedNotice, fill, submit, textOfPage } from "./form-filling.ts";
import { expectNoBarriers, giveBrowser, signIn, type PersonOnPage } from "./people-on-pages.ts";
import { startWholeSystem, type WholeSystem } from "./whole-system.ts";

/** Everybody who carries a matter through its life, and the addresses of its three cases once it is opened. */
export interface Cast {
  readonly system: WholeSystem;
  readonly browser: Browser;
  readonly officer: PersonOnPage;
  readonly reviewer: PersonOnPage;
  readonly legalOfficer: PersonOnPage;
  readonly head: PersonOnPage;
  readonly company: string;
  readonly representative: string;
  readonly manager: string;
}

/** Starts a whole system and signs everybody in. */
export async function assembleCast(day: string): Promise<Cast> {
  const [system, browser] = await Promise.all([startWholeSystem(day), launchBrowser()]);
  const stage = { system, browser };
  return {
    ...stage,
    officer: await personOf(stage, "chengban"),
    reviewer: await personOf(stage, "fazhi"),
    legalOfficer: await personOf(stage, "fazhi-fuze"),
    head: await personOf(stage, "juzhang"),
    company: "",
    representative: "",
    manager: "",
  };
}

/** One more official at a browser of their own. */
export async function personOf(
  { system, browser }: Pick<Cast, "system" | "browser">,
  account: string,
): Promise<PersonOnPage> {
  const person = await giveBrowser(browser, system);
  await signIn(person, system, account);
  return person;
}

/** Looks at a page with axe and answers with its words. */
export async function look(person: PersonOnPage, path: string): Promise<string> {
  await person.open(path);
  await expectNoBarriers(person.page);
  return textOfPage(person);
}

/** A party signs in with the code on its notice, after one wrong try. */
export async function enterPortal(
  { system, browser, officer }: Cast,
  casePath: string,
  identifier: string,
): Promise<PersonOnPage> {
  const code = readPartyCode(await fetchServedNotice(officer, system, casePath));
  const party = await giveBrowser(browser, system);
  await look(party, "/portal");
  await fill(party, { texts: { code, factor: "000000" } });
  await submit(party, "进入");
  expect(await textOfPage(party)).toContain("查阅码或者证件号码后六位不正确");
  await expectNoBarriers(party.page);
  await fill(party, { texts: { code: code.toLowerCase(), factor: identifier.slice(-6) } });
  await submit(party, "进入");
  expect(await textOfPage(party)).toContain("您收到的是什么");
  await expectNoBarriers(party.page);
  return party;
}
