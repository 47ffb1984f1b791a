import type { Browser } from "playwright-core";
import { afterAll, beforeAll, expect, test } from "vitest";
import { readPartyCode } from "../../demo/life/read-party-code.ts";
import { launchBrowser } from "../support/browser.ts";
import {
  APPROVAL,
  doAct,
  fetchServedNotice,
  fill,
  LISTING,
  MANAGER_ID,
  matterFilling,
  moveClockTo,
  mustDo,
  REPRESENTATIVE_ID,
  SERVICE,
  submit,
  textOfPage,
} from "../support/form-filling.ts";
import {
  expectNoBarriers,
  giveBrowser,
  signIn,
  type PersonOnPage,
} from "../support/people-on-pages.ts";
import { startWholeSystem, type WholeSystem } from "../support/whole-system.ts";

let system: WholeSystem;
let browser: Browser;
let officer: PersonOnPage;
let reviewer: PersonOnPage;
let legalOfficer: PersonOnPage;
let head: PersonOnPage;
/** Addresses of the three cases of the matter: company, legal representative, site manager. */
let company: string;
let representative: string;
let manager: string;

beforeAll(async () => {
  [system, browser] = await Promise.all([startWholeSystem("2026-03-02"), launchBrowser()]);
  officer = await personOf("chengban");
  reviewer = await personOf("fazhi");
  legalOfficer = await personOf("fazhi-fuze");
  head = await personOf("juzhang");
  await moveClockTo(officer, "2026-03-13");
});

afterAll(async () => {
  await browser.close();
  await system.stop();
});

async function personOf(account: string): Promise<PersonOnPage> {
  const person = await giveBrowser(browser, system);
  await signIn(person, system, account);
  return person;
}

/** Looks at a page with axe and answers with its words. */
async function look(person: PersonOnPage, path: string): Promise<string> {
  await person.open(path);
  await expectNoBarriers(person.page);
  return textOfPage(person);
}

/** A party signs in with the code on its notice. */
async function enterPortal(casePath: string, identifier: string): Promise<PersonOnPage> {
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

const COMPANY = "【虚构】梧州云雀示例劳务有限公司";

test("a matter with errors keeps what was typed and handed in; corrected, it opens three cases", async () => {
  const filling = matterFilling(1, COMPANY, true);
  await look(officer, "/matters/new");
  await fill(officer, filling);
  await fill(officer, { texts: { "employer.identifier": "91450421XX0000010A", issuingOrgan: "" } });
  await submit(officer, "立案");
  const first = await textOfPage(officer);
  expect(first).toContain("请填写依据文书的作出机关");
  expect(first).toContain("已收到：scan.txt");
  await expectNoBarriers(officer.page);
  const focused = await officer.page.locator(":focus").getAttribute("class");
  expect(focused).toBe("error-summary");
  await fill(officer, { texts: { issuingOrgan: "【示例】苍梧县人力资源和社会保障局" } });
  await submit(officer, "立案");
  expect(await textOfPage(officer)).toContain("统一社会信用代码不正确");
  await officer.page.locator(".error-summary a").first().click();
  const name = await officer.page.locator(":focus").getAttribute("name");
  expect(name).toBe("employer.identifier");
  const right = filling.texts?.["employer.identifier"] ?? "";
  await fill(officer, { texts: { "employer.identifier": right } });
  await submit(officer, "立案");
  expect(await textOfPage(officer)).toContain("已立案");
  company = new URL(officer.page.url()).pathname;
  const siblings = officer.page.locator("#basics a");
  expect(await siblings.count()).toBe(2);
  representative = (await siblings.first().getAttribute("href")) ?? "";
  manager = (await siblings.last().getAttribute("href")) ?? "";
  await expectNoBarriers(officer.page);
}, 120_000);

test("legal review returns the notice with reasons; mended, it is approved for each party", async () => {
  for (const home of [company, representative, manager])
    await mustDo(officer, home, "submit-for-review");
  await mustDo(reviewer, company, "return-notice", { texts: { reasons: "请补充工资表" } });
  await officer.open(`${company}/acts/attach-evidence`);
  expect(await textOfPage(officer)).toContain("请补充工资表");
  await mustDo(officer, company, "attach-evidence", {
    texts: { title: "工资表", kind: "document" },
    files: ["file"],
  });
  await mustDo(officer, company, "submit-for-review");
  for (const home of [company, representative, manager]) {
    const page = await look(reviewer, `${home}/acts/approve-notice`);
    expect(page).toContain("草稿，尚未制发，没有效力");
    await mustDo(reviewer, home, "approve-notice", APPROVAL);
  }
  const draft = await head.context.request.get(`${system.url}${company}/drafts/prior-notice`);
  expect(draft.status()).toBe(404);
}, 120_000);

test("service without proof is refused with its article and what to do; with proof the clock runs", async () => {
  await moveClockTo(officer, "2026-03-16");
  const refused = await doAct(officer, company, "record-service", {
    texts: { signatory: "【虚构】收件人" },
  });
  expect(refused).toContain("依照规定，现在不能办理");
  expect(refused).toMatch(/规则 R48.*依据：《/s);
  expect(await officer.page.locator("[name=signatory]").inputValue()).toBe("【虚构】收件人");
  await expectNoBarriers(officer.page);
  await mustDo(officer, company, "record-service-attempt", { texts: { result: "登记住所无人" } });
  for (const home of [company, representative, manager]) {
    await mustDo(officer, home, "record-service", SERVICE);
  }
  const page = await look(officer, company);
  expect(page).toContain("最后一日：2026年3月23日");
  expect(page).toContain("没有送达");
}, 120_000);

test("the party reads what it got, and states its defense point by point in the portal", async () => {
  await moveClockTo(officer, "2026-03-20");
  const party = await enterPortal(manager, MANAGER_ID);
  const page = await textOfPage(party);
  expect(page).toContain("2026年3月23日");
  expect(page).toContain("还有1个工作日");
  await party.page.locator("#papers a", { hasText: "拟列入" }).first().click();
  expect(await textOfPage(party)).toContain("【虚构】禤工长");
  await expectNoBarriers(party.page);
  await look(party, "/portal/acts/state-defense");
  await mustDo(party, "/portal", "state-defense", {
    texts: { point1: "本人只负责现场施工，不负责工资支付", point2: "也不掌握工资款项" },
    files: ["evidence"],
  });
  expect(await textOfPage(party)).toContain("也不掌握工资款项");
  await expectNoBarriers(party.page);
  // Another case does not exist for this party, not even as a refusal.
  const other = await party.page.goto(system.url + company);
  expect(party.page.url()).toContain("/sign-in");
  expect(other?.status()).toBe(200);
  await party.context.close();
}, 120_000);

test("each point is answered; two are proposed for the list, one is not; a decision is returned and mended", async () => {
  await moveClockTo(officer, "2026-03-25");
  await look(officer, `${manager}/acts/answer-defense`);
  await mustDo(officer, manager, "answer-defense", {
    texts: { reasons1: "劳动合同证明其不负责工资支付", reasons2: "经核实属实" },
    ticks: ["outcome1=accepted", "outcome2=accepted"],
  });
  await mustDo(officer, manager, "propose-decision", {
    texts: { reasons: "意见成立，其不负责工资支付" },
    ticks: ["outcome=not-list"],
  });
  for (const home of [company, representative]) {
    await look(officer, `${home}/acts/propose-decision`);
    await mustDo(officer, home, "propose-decision", LISTING);
  }
  await mustDo(reviewer, company, "return-decision", { texts: { reasons: "理由须更具体" } });
  await mustDo(officer, company, "propose-decision", LISTING);
  await moveClockTo(officer, "2026-03-26");
  for (const home of [company, representative, manager]) {
    const page = await look(reviewer, `${home}/acts/approve-decision`);
    expect(page).toContain(home === manager ? "不予列入" : "信用修复告知书");
    await mustDo(reviewer, home, "approve-decision", APPROVAL);
  }
}, 180_000);

test("the head signs the draft that was on the page; the same form sent twice signs once", async () => {
  await moveClockTo(officer, "2026-03-27");
  for (const home of [company, representative, manager]) {
    await look(head, `${home}/acts/sign-decision`);
    await submit(head, "签发决定");
    expect(await textOfPage(head)).toContain("请阅看草稿全文后勾选");
    await fill(head, { ticks: ["seen"] });
    const form = await readHidden(head, ["_csrf", "_key", "draftHash"]);
    const sent = await head.context.request.post(`${system.url}${home}/acts/sign-decision`, {
      form: { ...form, seen: "yes" },
      maxRedirects: 0,
    });
    expect(sent.status()).toBe(303);
    await submit(head, "签发决定");
    expect(await textOfPage(head)).toContain("已办理：签发决定");
    const log = (await head.page.textContent("#log")) ?? "";
    expect(log.match(/签发决定：/g)).toHaveLength(1);
  }
}, 180_000);

async function readHidden(
  { page }: PersonOnPage,
  names: readonly string[],
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of names) values[name] = await page.locator(`main [name="${name}"]`).inputValue();
  return values;
}

test("both papers are served in one act; then the company is public, the person is not (R24, 细则（五）)", async () => {
  await moveClockTo(officer, "2026-04-01");
  for (const home of [company, representative, manager]) {
    await mustDo(officer, home, "record-service", SERVICE);
  }
  const visitor = await giveBrowser(browser, system);
  const found = await look(visitor, `/register?name=${encodeURIComponent("云雀示例")}`);
  expect(found).toContain("共1条");
  expect(found).toContain(COMPANY);
  expect(await look(visitor, `/register?name=${encodeURIComponent("蒙云雀")}`)).toContain("共0条");
  expect(await look(visitor, `/register?name=${encodeURIComponent("云")}`)).toContain(
    "至少输入名称中的两个字",
  );
  expect(await look(visitor, company.replace("cases", "register"))).toContain("救济途径");
  await visitor.page.goto(system.secondSiteUrl);
  const second = (await visitor.page.textContent("table")) ?? "";
  expect(second).toContain(COMPANY);
  const ledger = await look(officer, "/publication");
  expect(ledger).toContain("梧州市公共信用信息共享平台");
  expect(ledger).toContain("已收到");
  await visitor.context.close();
}, 120_000);

test("anybody can check a paper by its code and its file by its bytes", async () => {
  await officer.open(company);
  const link = officer.page.locator("#papers a", { hasText: "列入严重失信主体名单决定书" });
  const paper = (await link.last().getAttribute("href")) ?? "";
  const words = await look(officer, paper);
  expect(words).toContain("2029年3月27日");
  const check = (await officer.page.locator("main a[href^='/check/']").getAttribute("href")) ?? "";
  const file = await officer.context.request.get(`${system.url}${paper}/served-file`);
  const visitor = await giveBrowser(browser, system);
  const result = await look(visitor, check);
  expect(result).toContain("有效");
  expect(result).not.toContain("云雀");
  const original = { name: "决定书.pdf", mimeType: "application/pdf", buffer: await file.body() };
  await visitor.page.setInputFiles("[name=file]", original);
  await submit(visitor, "核对文件");
  expect(await textOfPage(visitor)).toContain("文件与原件相同");
  const changed = { ...original, buffer: Buffer.concat([original.buffer, Buffer.from(" ")]) };
  await visitor.page.setInputFiles("[name=file]", changed);
  await submit(visitor, "核对文件");
  expect(await textOfPage(visitor)).toContain("文件与原件不同");
  await expectNoBarriers(visitor.page);
  expect(await look(visitor, "/check/AAAA")).toContain("没有这个核验码的文书");
  await visitor.context.close();
}, 120_000);

test("the supervisor sees parties masked, and in clear only for a purpose that goes on record", async () => {
  const supervisor = await personOf("xinyongban");
  const page = await look(supervisor, representative);
  expect(page).toContain("【虚构】蒙**");
  expect(page).not.toContain(REPRESENTATIVE_ID);
  await submit(supervisor, "登记并查看明文");
  expect(await textOfPage(supervisor)).toContain("请写明查询目的");
  await expectNoBarriers(supervisor.page);
  await fill(supervisor, { texts: { purpose: "核对公示信息" } });
  await submit(supervisor, "登记并查看明文");
  expect(await textOfPage(supervisor)).toContain(REPRESENTATIVE_ID);
  await supervisor.context.close();
}, 120_000);

test("repair: refused while the chosen period runs, with the day; granted when it has passed", async () => {
  await moveClockTo(officer, "2026-04-22");
  await mustDo(officer, representative, "record-fulfilment", {
    texts: { remark: "工资已全部支付" },
    files: ["evidence"],
  });
  await moveClockTo(officer, "2026-10-22");
  const party = await enterPortal(representative, REPRESENTATIVE_ID);
  const early = await textOfPage(party);
  expect(early).toContain("自2026年10月22日起可以申请");
  expect(early).toContain("自2027年3月27日起可以申请");
  await mustDo(party, "/portal", "apply-for-repair", {
    texts: { statement: "已支付全部拖欠工资，申请移出" },
    files: ["pledge", "evidence"],
  });
  await look(legalOfficer, `${representative}/acts/choose-conflicting-source`);
  await mustDo(legalOfficer, representative, "choose-conflicting-source", {
    texts: { reasons: "全国统一规则效力优先" },
    ticks: ["sourceId=order36"],
  });
  await mustDo(officer, representative, "refuse-repair", { texts: { reasons: "未满最短公示期" } });
  expect(await look(party, "/portal")).toContain("自2027年3月27日起可以再次申请");
  await moveClockTo(officer, "2027-03-29");
  await mustDo(party, "/portal", "apply-for-repair", {
    texts: { statement: "已满最短公示期，再次申请移出" },
    files: ["pledge"],
  });
  await mustDo(officer, representative, "accept-repair", { texts: { opinion: "受理" } });
  await look(head, `${representative}/acts/grant-repair`);
  await mustDo(head, representative, "grant-repair", { texts: { reasons: "符合修复条件" } });
  expect(await look(party, "/portal")).toContain("移出“拖欠农民工工资失信联合惩戒对象名单”的文书");
  await party.context.close();
}, 240_000);

test("annulment: out of sight at once, annulled by signature, the paper checks as annulled", async () => {
  const visitor = await giveBrowser(browser, system);
  await mustDo(officer, company, "record-basis-annulled", {
    texts: {
      documentId: await findDocumentId(),
      organ: "【示例】苍梧县人民政府",
      number: "苍政复决字〔2027〕第1号",
    },
    files: ["evidence"],
  });
  const entry = company.replace("cases", "register");
  await expect.poll(() => look(visitor, entry)).toContain("已停止展示");
  await mustDo(head, company, "sign-annulment", { texts: { reasons: "依据文书被撤销" } });
  await expect.poll(() => look(visitor, entry)).toContain("移出");
  await officer.open(company);
  const row = officer.page.locator("#papers tr", { hasText: "苍人社列决" });
  expect(await row.first().textContent()).toContain("已被撤销");
  await row.first().locator("a[href^='/check/']").click();
  expect(await textOfPage(officer)).toContain("已被撤销，没有效力");
  const map = await look(officer, company);
  expect(map).toContain("消除影响");
  await visitor.context.close();
}, 180_000);

async function findDocumentId(): Promise<string> {
  await officer.open(`${company}/acts/record-basis-annulled`);
  const option = officer.page.locator("[name=documentId] option").nth(1);
  return (await option.getAttribute("value")) ?? "";
}

test("a pack gets a value from the legal officer and is in force when two people have approved it", async () => {
  await look(legalOfficer, "/law");
  const packPath = "/law/packs/unpaid-wages";
  await look(legalOfficer, packPath);
  const value = { length: "7", instrument: "示例规定", article: "第一条" };
  await fill(legalOfficer, {
    texts: { ...value, field: "defenseDays", unit: "working-day", length: "零" },
  });
  await submit(legalOfficer, "录入为新的版本");
  expect(await textOfPage(legalOfficer)).toContain("期限长度应为正整数");
  await expectNoBarriers(legalOfficer.page);
  await fill(legalOfficer, { texts: { length: "7" } });
  await submit(legalOfficer, "录入为新的版本");
  expect(await textOfPage(legalOfficer)).toContain("数值已录入");
  await submit(legalOfficer, "同意启用");
  await submit(legalOfficer, "同意启用");
  expect(await textOfPage(legalOfficer)).toContain("启用须由二人分别核准");
  await expectNoBarriers(legalOfficer.page);
  expect(await look(officer, packPath)).not.toContain("录入为新的版本");
  await look(reviewer, packPath);
  await submit(reviewer, "同意启用");
  expect(await textOfPage(reviewer)).toMatch(/第1\.3版（已启用）/);
}, 120_000);

test("an act that the worker is late with is kept: the page says so, and goes on by itself", async () => {
  await officer.open("/matters/new");
  await fill(officer, matterFilling(2, "【虚构】梧州白鹭示例装饰有限公司", false));
  await submit(officer, "立案");
  const home = new URL(officer.page.url()).pathname;
  system.pauseWorker();
  try {
    const answer = await doAct(officer, home, "submit-for-review");
    expect(answer).toContain("收到并保存，不会丢失");
    expect(new URL(officer.page.url()).pathname).toMatch(/^\/commands\//);
    await expectNoBarriers(officer.page);
  } finally {
    system.resumeWorker();
  }
  await officer.page.waitForURL(`**${home}?done=submit-for-review`, { timeout: 60_000 });
  expect(await textOfPage(officer)).toContain("已办理：提交法制审核");
}, 180_000);

test("who may not see something is told in plain words, and nothing of it", async () => {
  const stranger = await personOf("wanxiu");
  for (const path of [company, "/nothing-here", `${company}/acts/no-such-act`]) {
    const answer = await stranger.page.goto(system.url + path);
    expect(answer?.status()).toBe(404);
    expect(await textOfPage(stranger)).toContain("没有找到");
    await expectNoBarriers(stranger.page);
  }
  const elsewhere = await officer.page.goto(`${system.url}${company}/acts/submit-for-review`);
  expect(elsewhere?.status()).toBe(409);
  expect(await textOfPage(officer)).toContain("您现在不能在本案办理");
  await expectNoBarriers(officer.page);
  const forged = await officer.context.request.post(`${system.url}${company}/acts/withdraw-case`, {
    form: { reasons: "x", _key: "00000000-0000", _csrf: "wrong" },
  });
  expect(forged.status()).toBe(403);
  const administrator = await personOf("guanli");
  expect(await look(administrator, "/desk")).toContain("没有正在办理的案件");
  for (const person of [stranger, administrator]) await person.context.close();
}, 120_000);

test("a visitor meets no barrier on any public page, and no page loads anything from elsewhere", async () => {
  const visitor = await giveBrowser(browser, system);
  const foreign: string[] = [];
  visitor.page.on("request", (request) => {
    if (!request.url().startsWith(system.url)) foreign.push(request.url());
  });
  for (const path of ["/", "/register", "/check", "/law/rules", "/sign-in", "/portal"]) {
    await look(visitor, path);
  }
  expect(foreign).toEqual([]);
  await visitor.page.setViewportSize({ width: 320, height: 640 });
  for (const path of ["/", "/register", "/portal"]) {
    await look(visitor, path);
    const width = await visitor.page.evaluate<number>("document.documentElement.scrollWidth");
    expect(width, `${path} scrolls sideways on a small screen`).toBeLessThanOrEqual(320);
  }
  await visitor.context.close();
}, 120_000);
