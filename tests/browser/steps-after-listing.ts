import { expect, test } from "vitest";
import { enterPortal, look, personOf, type Cast } from "../support/cast.ts";
import {
  fill,
  moveClockTo,
  mustDo,
  REPRESENTATIVE_ID,
  submit,
  textOfPage,
} from "../support/form-filling.ts";
import { expectNoBarriers, giveBrowser } from "../support/people-on-pages.ts";

/** What follows a listing: checks, oversight, repair, annulment. */
export function registerStepsAfterListing(cast: () => Cast): void {
  test("anybody can check a paper by its code and its file by its bytes", async () => {
    const { officer, company, system, browser } = cast();
    await officer.open(company);
    const link = officer.page.locator("#papers a", { hasText: "列入严重失信主体名单决定书" });
    const paper = (await link.last().getAttribute("href")) ?? "";
    const words = await look(officer, paper);
    expect(words).toContain("2029年3月27日");
    const check =
      (await officer.page.locator("main a[href^='/check/']").getAttribute("href")) ?? "";
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
    const { representative } = cast();
    const supervisor = await personOf(cast(), "xinyongban");
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
    const { officer, legalOfficer, head, representative } = cast();
    await moveClockTo(officer, "2026-04-22");
    await mustDo(officer, representative, "record-fulfilment", {
      texts: { remark: "工资已全部支付" },
      files: ["evidence"],
    });
    await moveClockTo(officer, "2026-10-22");
    const party = await enterPortal(cast(), representative, REPRESENTATIVE_ID);
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
    await mustDo(officer, representative, "refuse-repair", {
      texts: { reasons: "未满最短公示期" },
    });
    expect(await look(party, "/portal")).toContain("自2027年3月27日起可以再次申请");
    await moveClockTo(officer, "2027-03-29");
    await mustDo(party, "/portal", "apply-for-repair", {
      texts: { statement: "已满最短公示期，再次申请移出" },
      files: ["pledge"],
    });
    await mustDo(officer, representative, "accept-repair", { texts: { opinion: "受理" } });
    await look(head, `${representative}/acts/grant-repair`);
    await mustDo(head, representative, "grant-repair", { texts: { reasons: "符合修复条件" } });
    expect(await look(party, "/portal")).toContain(
      "移出“拖欠农民工工资失信联合惩戒对象名单”的文书",
    );
    await party.context.close();
  }, 240_000);

  test("annulment: out of sight at once, annulled by signature, the paper checks as annulled", async () => {
    const { officer, head, company, system, browser } = cast();
    const visitor = await giveBrowser(browser, system);
    await mustDo(officer, company, "record-basis-annulled", {
      texts: {
        documentId: await findDocumentId(cast()),
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
}

async function findDocumentId({ officer, company }: Cast): Promise<string> {
  await officer.open(`${company}/acts/record-basis-annulled`);
  const option = officer.page.locator("[name=documentId] option").nth(1);
  return (await option.getAttribute("value")) ?? "";
}
