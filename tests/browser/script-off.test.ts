import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { readPartyCode } from "../../demo/life/read-party-code.ts";
import { launchBrowser } from "../support/browser.ts";
import {
  APPROVAL,
  doAct,
  fetchServedNotice,
  fill,
  LISTING,
  matterFilling,
  moveClockTo,
  mustDo,
  SERVICE,
  submit,
  textOfPage,
} from "../support/form-filling.ts";
import { giveBrowser, signIn, type PersonOnPage } from "../support/people-on-pages.ts";
import { startWholeSystem, type WholeSystem } from "../support/whole-system.ts";

let system: WholeSystem;
let browser: Browser;

beforeAll(async () => {
  [system, browser] = await Promise.all([startWholeSystem("2026-03-02"), launchBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function withoutScript(account: string | null): Promise<PersonOnPage> {
  const person = await giveBrowser(browser, system, { script: false });
  if (account !== null) await signIn(person, system, account);
  return person;
}

const COMPANY = "【虚构】梧州云雀示例劳务有限公司";

test("with script off the whole way works: opening, review, service, defense, decision, publication", async () => {
  const officer = await withoutScript("chengban");
  const reviewer = await withoutScript("fazhi");
  const head = await withoutScript("juzhang");
  await moveClockTo(officer, "2026-03-13");
  await officer.open("/matters/new");
  await submit(officer, "立案");
  expect(await textOfPage(officer)).toContain("填写内容有误");
  await fill(officer, matterFilling(1, COMPANY, false));
  await submit(officer, "立案");
  expect(await textOfPage(officer)).toContain("已立案");
  const home = new URL(officer.page.url()).pathname;
  await mustDo(officer, home, "submit-for-review");
  await mustDo(reviewer, home, "approve-notice", APPROVAL);
  await moveClockTo(officer, "2026-03-16");
  expect(await doAct(officer, home, "record-service")).toContain("规则 R48");
  await mustDo(officer, home, "record-service", SERVICE);
  await stateDefense(officer, home);
  await moveClockTo(officer, "2026-03-24");
  await mustDo(officer, home, "answer-defense", {
    texts: { reasons1: "结算争议不影响支付义务" },
    ticks: ["outcome1=not-accepted"],
  });
  await mustDo(officer, home, "propose-decision", LISTING);
  await mustDo(reviewer, home, "approve-decision", APPROVAL);
  await mustDo(head, home, "sign-decision", { ticks: ["seen"] });
  await mustDo(officer, home, "record-service", SERVICE);
  const visitor = await withoutScript(null);
  await visitor.open("/");
  await fill(visitor, { texts: { name: "云雀示例" } });
  await submit(visitor, "查询名单");
  expect(await textOfPage(visitor)).toContain(COMPANY);
}, 300_000);

async function stateDefense(officer: PersonOnPage, home: string): Promise<void> {
  const party = await withoutScript(null);
  const code = readPartyCode(await fetchServedNotice(officer, system, home));
  await party.open("/portal");
  await fill(party, { texts: { code, factor: makeUpUscc(1).slice(-6) } });
  await submit(party, "进入");
  await mustDo(party, "/portal", "state-defense", {
    texts: { point1: "项目款尚未结算" },
    files: ["evidence"],
  });
  await party.page.locator("header button").click();
  await party.page.waitForURL("**/?done=signed-out");
}

test("with script off a late act still leads to its outcome by itself", async () => {
  const officer = await withoutScript("chengban");
  await officer.open("/matters/new");
  await fill(officer, matterFilling(2, "【虚构】梧州白鹭示例装饰有限公司", false));
  await submit(officer, "立案");
  const home = new URL(officer.page.url()).pathname;
  system.pauseWorker();
  try {
    expect(await doAct(officer, home, "submit-for-review")).toContain("收到并保存，不会丢失");
  } finally {
    system.resumeWorker();
  }
  await officer.page.waitForURL(`**${home}?done=submit-for-review`, { timeout: 60_000 });
}, 120_000);
