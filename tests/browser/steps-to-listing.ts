import { expect, test } from "vitest";
import { enterPortal, look, type Cast } from "../support/cast.ts";
import {
  APPROVAL,
  doAct,
  fill,
  LISTING,
  MANAGER_ID,
  matterFilling,
  moveClockTo,
  mustDo,
  SERVICE,
  submit,
  textOfPage,
} from "../support/form-filling.ts";
import { expectNoBarriers, giveBrowser, type PersonOnPage } from "../support/people-on-pages.ts";

const COMPANY = "【虚构】梧州云雀示例劳务有限公司";

/** From the form that opens a matter to the published decision. */
export function registerStepsToListing(cast: () => Cast): void {
  test("a matter with errors keeps what was typed and handed in; corrected, it opens three cases", async () => {
    const { officer } = cast();
    const filling = matterFilling(1, COMPANY, true);
    await look(officer, "/matters/new");
    await fill(officer, filling);
    await fill(officer, {
      texts: { "employer.identifier": "91450421XX0000010A", issuingOrgan: "" },
    });
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
    const company = new URL(officer.page.url()).pathname;
    const siblings = officer.page.locator("#basics a");
    expect(await siblings.count()).toBe(2);
    const representative = (await siblings.first().getAttribute("href")) ?? "";
    const manager = (await siblings.last().getAttribute("href")) ?? "";
    Object.assign(cast(), { company, representative, manager });
    await expectNoBarriers(officer.page);
  }, 120_000);

  test("legal review returns the notice with reasons; mended, it is approved for each party", async () => {
    const { officer, reviewer, head, company, representative, manager, system } = cast();
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
    const { officer, company, representative, manager } = cast();
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
    const { officer, company, manager, system } = cast();
    await moveClockTo(officer, "2026-03-20");
    const party = await enterPortal(cast(), manager, MANAGER_ID);
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
    const { officer, reviewer, company, representative, manager } = cast();
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
    const { officer, head, company, representative, manager, system } = cast();
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

  test("both papers are served in one act; then the company is public, the person is not (R24, 细则（五）)", async () => {
    const { officer, company, representative, manager, system, browser } = cast();
    await moveClockTo(officer, "2026-04-01");
    for (const home of [company, representative, manager]) {
      await mustDo(officer, home, "record-service", SERVICE);
    }
    const visitor = await giveBrowser(browser, system);
    const found = await look(visitor, `/register?name=${encodeURIComponent("云雀示例")}`);
    expect(found).toContain("共1条");
    expect(found).toContain(COMPANY);
    expect(await look(visitor, `/register?name=${encodeURIComponent("蒙云雀")}`)).toContain(
      "共0条",
    );
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
}

async function readHidden(
  { page }: PersonOnPage,
  names: readonly string[],
): Promise<Record<string, string>> {
  const values: Record<string, string> = {};
  for (const name of names) values[name] = await page.locator(`main [name="${name}"]`).inputValue();
  return values;
}
