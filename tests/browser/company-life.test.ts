import { readFileSync } from "node:fs";
import { unzipSync } from "fflate";
import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { makeUpUscc } from "../../demo/life/made-up-parties.ts";
import { launchBrowser } from "../support/browser.ts";
import { choose, handIn, press, tabTo, tick, typeDay, typeInto } from "../support/keyboard.ts";
import {
  expectNoBarriers,
  giveBrowser,
  signIn,
  type PersonOnPage,
} from "../support/people-on-pages.ts";
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

const COMPANY = "【虚构】梧州云雀示例劳务有限公司";

interface Cast {
  readonly officer: PersonOnPage;
  readonly reviewer: PersonOnPage;
  readonly head: PersonOnPage;
}

async function assemble(): Promise<Cast> {
  const [officer, reviewer, head] = [
    await giveBrowser(browser, system),
    await giveBrowser(browser, system),
    await giveBrowser(browser, system),
  ];
  await signIn(officer, system, "chengban");
  await signIn(reviewer, system, "fazhi");
  await signIn(head, system, "juzhang");
  return { officer, reviewer, head };
}

async function moveClock({ page, open }: PersonOnPage, day: string): Promise<void> {
  await open("/clock");
  await typeDay(page, "day", day);
  await press(page, "拨到这一天");
  expect(await page.textContent("main")).toContain("演示时钟已前移");
}

async function mainText({ page }: PersonOnPage): Promise<string> {
  return (await page.textContent("main")) ?? "";
}

/** Fills the whole form for opening a matter, and opens it; answers with the address of the case. */
async function openMatter(officer: PersonOnPage): Promise<string> {
  const { page, open } = officer;
  await open("/desk");
  await press(page, "立案");
  await expectNoBarriers(page);
  await typeInto(page, "employer.name", COMPANY);
  await typeInto(page, "employer.identifier", makeUpUscc(1));
  await typeInto(page, "employer.address", "【虚构】苍梧县示例路8号");
  await choose(page, "documentKind", "correction-order");
  await typeInto(page, "documentNumber", "苍人社监令字〔2026〕第1号");
  await typeInto(page, "issuingOrgan", "【示例】苍梧县人力资源和社会保障局");
  await typeDay(page, "issuedOn", "2026-03-02");
  await typeDay(page, "effectiveOn", "2026-03-02");
  await typeDay(page, "documentServedOn", "2026-03-02");
  await typeDay(page, "complianceEndsOn", "2026-03-12");
  await handIn(page, "scan", "责令限期改正指令书.txt");
  await tick(page, "met.overdue");
  await typeInto(page, "facts.overdue", "经责令限期支付，至2026年3月12日逾期仍未支付");
  await tick(page, "scan-shows.overdue");
  await tick(page, "met.amount");
  await typeInto(page, "facts.amount", "拖欠18名劳动者工资共计412000元");
  await handIn(page, "files.amount", "工资拖欠明细.txt");
  await typeInto(page, "reasons", "经责令限期支付逾期未支付，拖欠人数和数额均达到规定标准");
  await tick(page, "measure.M03");
  await typeInto(page, "link.M03", "拖欠工资发生在承包工程中，与参加投标活动直接相关");
  await typeInto(page, "milder.M03", "经约谈和责令仍不支付，较轻的措施不足以防止再次拖欠");
  await press(page, "立案");
  expect(await mainText(officer)).toContain("已立案");
  return new URL(page.url()).pathname;
}

async function approve(reviewer: PersonOnPage, casePath: string, act: string): Promise<void> {
  const { page, open } = reviewer;
  await open(casePath);
  await press(page, act);
  expect(await mainText(reviewer)).toContain("草稿，尚未制发，没有效力");
  await expectNoBarriers(page);
  await typeInto(page, "opinion", "事实清楚，证据充分，程序合法，同意");
  await press(page, act);
  expect(await mainText(reviewer)).toContain(`已办理：${act}`);
}

async function serve(officer: PersonOnPage, casePath: string): Promise<void> {
  const { page, open } = officer;
  await open(casePath);
  await press(page, "登记送达及回证");
  await typeInto(page, "signatory", "【虚构】收件人");
  await handIn(page, "proof", "送达回证.txt");
  await press(page, "登记送达及回证");
  expect(await mainText(officer)).toContain("已办理：登记送达及回证");
}

test("one company's whole life, from the proposal to the archive, by keyboard alone", async () => {
  const { officer, reviewer, head } = await assemble();
  await moveClock(officer, "2026-03-13");
  const casePath = await openMatter(officer);
  await expectNoBarriers(officer.page);

  await press(officer.page, "提交法制审核");
  await press(officer.page, "提交法制审核");
  expect(await mainText(officer)).toContain("告知法制审核");
  await approve(reviewer, casePath, "审核同意告知");

  await moveClock(officer, "2026-03-16");
  await serve(officer, casePath);
  expect(await mainText(officer)).toContain("最后一日：2026年3月23日");

  await moveClock(officer, "2026-03-24");
  await officer.open(casePath);
  await press(officer.page, "拟办决定");
  await tick(officer.page, "outcome", "list");
  await typeInto(officer.page, "reasons", "当事人在期限内没有陈述申辩，事实清楚，符合列入标准");
  await expectNoBarriers(officer.page);
  await press(officer.page, "拟办决定");
  await approve(reviewer, casePath, "审核同意决定");

  await moveClock(officer, "2026-03-27");
  await head.open(casePath);
  await press(head.page, "签发决定");
  await expectNoBarriers(head.page);
  await tick(head.page, "seen");
  await press(head.page, "签发决定");
  expect(await mainText(head)).toContain("最后一日：2026年4月8日");

  await moveClock(officer, "2026-04-01");
  await serve(officer, casePath);
  const listed = await mainText(officer);
  expect(listed).toContain("最后一日：2026年6月1日");
  expect(listed).toContain("最后一日：2026年10月8日");
  await expectListed(casePath);

  await moveClock(officer, "2029-03-27");
  await expectListed(casePath);
  await moveClock(officer, "2029-03-28");
  await officer.open(casePath);
  const ended = await mainText(officer);
  expect(ended).toContain("移出名单：列入期限届满");
  expect(ended).toContain("严重失信主体名单到期移出证明");
  await expectNoBarriers(officer.page);
  await expectRemoved(casePath);
  await expectArchive(officer, casePath);
}, 480_000);

/** The public finds the listing on our register and on the second site. */
async function expectListed(casePath: string): Promise<void> {
  const visitor = await giveBrowser(browser, system);
  const { page, open } = visitor;
  await open("/register");
  await typeInto(page, "name", "云雀示例");
  await Promise.all([page.waitForEvent("load"), page.keyboard.press("Enter")]);
  expect(await mainText(visitor)).toContain("共1条");
  await expectNoBarriers(page);
  await press(page, COMPANY);
  expect(new URL(page.url()).pathname).toBe(casePath.replace("cases", "register"));
  const entry = await mainText(visitor);
  expect(entry).toContain("自2026年3月27日至2029年3月27日");
  expect(entry).toContain("【示例】苍梧县人民政府申请行政复议");
  await expectNoBarriers(page);
  await page.goto(system.secondSiteUrl);
  expect(await page.textContent("table")).toContain(COMPANY);
  await visitor.context.close();
}

async function expectRemoved(casePath: string): Promise<void> {
  const visitor = await giveBrowser(browser, system);
  const { page } = visitor;
  const answer = await page.goto(system.url + casePath.replace("cases", "register"));
  expect(answer?.status()).toBe(410);
  const gone = await mainText(visitor);
  expect(gone).toContain("移出");
  expect(gone).not.toContain("云雀");
  await page.goto(system.secondSiteUrl);
  const second = (await page.textContent("table")) ?? "";
  expect(second).not.toContain("云雀");
  expect(second).toContain("已移出");
  await visitor.context.close();
}

/** The archive is one ZIP named by the case number, with papers, evidence and events. */
async function expectArchive(officer: PersonOnPage, casePath: string): Promise<void> {
  const { page, open } = officer;
  await open(casePath);
  await tabTo(page, page.locator("a", { hasText: "下载案卷（ZIP）" }));
  const [download] = await Promise.all([
    page.waitForEvent("download"),
    page.keyboard.press("Enter"),
  ]);
  expect(download.suggestedFilename()).toMatch(/苍人社立.2026.*\.zip$/);
  const files = Object.keys(unzipSync(readFileSync(await download.path())));
  expect(files.filter((name) => name.endsWith(".pdf")).length).toBeGreaterThanOrEqual(5);
  expect(files).toContain("index.json");
}
