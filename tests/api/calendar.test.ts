import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let legalOfficer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { workers: "elsewhere" });
  legalOfficer = await api.as("legal-officer");
});
afterAll(async () => {
  await api.stop();
});

const PATH = "/api/calendar/notices";
const NOTICE = {
  number: "示例通知〔2026〕9号",
  region: "CN",
  year: 2027,
  issuedOn: "2026-11-20",
  offDays: [{ name: "元旦", from: "2027-01-01", to: "2027-01-03" }],
  workDays: ["2027-01-09"],
  cancels: [],
};
const QUESTION = {
  startsOn: "2027-01-08",
  length: 1,
  unit: "working-day",
  rollRule: "next-working-day",
  region: "CN",
  direction: "after",
};

describe("entering a notice on days off", () => {
  it("is for legal officers alone", async () => {
    for (const role of ["case-officer", "legal-reviewer", "head", "supervisor"] as const) {
      expect((await (await api.as(role)).post(PATH, NOTICE)).statusCode, role).toBe(403);
    }
  });

  it.each([
    ["a working day that is none", { workDays: ["2027-01-08"] }, "不是周六或者周日"],
    ["a day that does not exist", { workDays: ["2027-02-30"] }, "有效日期"],
    ["nothing", { offDays: [], workDays: [] }, "请填写放假日期"],
    ["another year", { year: 2026 }, "不在2026年之内"],
    ["a known notice", { number: "国办发明电〔2025〕7号" }, "已经录入"],
  ])("says what is wrong with %s, and takes nothing in", async (_name, change, words) => {
    const response = await legalOfficer.post(PATH, { ...NOTICE, ...change });
    expect([400, 422]).toContain(response.statusCode);
    expect(response.body).toContain(words);
  });

  it("counts by it from the next question on, and everybody can read it", async () => {
    const ask = async () => {
      const url = "/api/deadlines/calculation";
      const response = await api.app.inject({ method: "POST", url, payload: QUESTION });
      return response.json<{ endsOn: string; provisional: boolean }>();
    };
    expect(await ask()).toMatchObject({ endsOn: "2027-01-11", provisional: true });
    expect((await legalOfficer.post(PATH, NOTICE)).statusCode).toBe(201);
    expect(await ask()).toMatchObject({ endsOn: "2027-01-09", provisional: false });
    const { body } = await api.app.inject({ url: PATH });
    expect(body).toContain("示例通知〔2026〕9号");
  });

  it("on its page: read by everybody, entered by a legal officer, with errors at their fields", async () => {
    const anybody = await api.app.inject({ url: "/law/calendar" });
    expect(anybody.statusCode).toBe(200);
    expect(anybody.body).toContain("示例通知〔2026〕9号");
    expect(anybody.body).not.toContain("录入并重新计算期限");
    const form = await legalOfficer.get("/law/calendar");
    expect(form.body).toContain("录入并重新计算期限");
    const fill = async (fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url: "/law/calendar",
        cookies: { ...legalOfficer.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...fields, _csrf: legalOfficer.csrfToken }).toString(),
      });
    const good = {
      number: "示例通知〔2026〕10号",
      region: "CN-GX",
      year: "2027",
      issuedOn: "2026-11-21",
      offDays: "壮族三月三 2027-04-09 2027-04-11",
      workDays: "",
      cancels: "",
    };
    const wrong = await fill({ ...good, offDays: "壮族三月三 2027-04-09" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("应写成：名称 首日 末日");
    const entered = await fill(good);
    expect(entered.statusCode).toBe(303);
    expect((await legalOfficer.get("/law/calendar")).body).toContain("示例通知〔2026〕10号");
  });
});
