import { expect, test } from "vitest";
import { look, personOf, type Cast } from "../support/cast.ts";
import { doAct, fill, matterFilling, submit, textOfPage } from "../support/form-filling.ts";
import { expectNoBarriers, giveBrowser } from "../support/people-on-pages.ts";

/** What stands around the cases: packs, late acts, closed doors, public pages. */
export function registerStepsAround(cast: () => Cast): void {
  test("a pack gets a value from the legal officer and is in force when two people have approved it", async () => {
    const { officer, reviewer, legalOfficer } = cast();
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
    const { officer, system } = cast();
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
    const { officer, company, system } = cast();
    const stranger = await personOf(cast(), "wanxiu");
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
    const forged = await officer.context.request.post(
      `${system.url}${company}/acts/withdraw-case`,
      {
        form: { reasons: "x", _key: "00000000-0000", _csrf: "wrong" },
      },
    );
    expect(forged.status()).toBe(403);
    const administrator = await personOf(cast(), "guanli");
    expect(await look(administrator, "/desk")).toContain("没有正在办理的案件");
    for (const person of [stranger, administrator]) await person.context.close();
  }, 120_000);

  test("a visitor meets no barrier on any public page, and no page loads anything from elsewhere", async () => {
    const { system, browser } = cast();
    const visitor = await giveBrowser(browser, system);
    const foreign: string[] = [];
    visitor.page.on("request", (request) => {
      if (!request.url().startsWith(system.url)) foreign.push(request.url());
    });
    for (const path of [
      "/",
      "/register",
      "/open-data",
      "/check",
      "/law/rules",
      "/sign-in",
      "/portal",
    ]) {
      await look(visitor, path);
    }
    expect(foreign).toEqual([]);
    await visitor.page.setViewportSize({ width: 320, height: 640 });
    for (const path of ["/", "/register", "/open-data", "/portal"]) {
      await look(visitor, path);
      const width = await visitor.page.evaluate<number>("document.documentElement.scrollWidth");
      expect(width, `${path} scrolls sideways on a small screen`).toBeLessThanOrEqual(320);
    }
    await visitor.context.close();
  }, 120_000);
}
