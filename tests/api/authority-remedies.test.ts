import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { registryEvents } from "../../schema/index.ts";
import { COUNTY_AUTHORITY } from "../support/case-world.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { startRunningApi, type RunningApi } from "../support/running-api.ts";

const ID = COUNTY_AUTHORITY.authorityId;
const ENTRY = {
  branch: "department",
  reconsiderationOrgan: "【虚构】苍梧县人民政府",
  court: "【虚构】梧州市万秀区人民法院",
  reconsiderationOnlineChannel: "【虚构】掌上复议平台（https://fuyi.example.gov.cn）",
};

let api: RunningApi;
beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
});
afterAll(() => api.stop());

type Who = "supervisor" | "administrator" | "head" | "legal-officer" | "auditor" | "case-officer";
const enter = async (who: Who, change: object = {}, id = ID) =>
  (await api.as(who)).post(`/api/authorities/${id}/remedies`, { ...ENTRY, ...change });
const read = async (who: Who = "auditor") => {
  const found = await (await api.as(who)).get("/api/authority-remedies");
  const { rows } = found.json<{
    rows: (typeof ENTRY & { authorityId: string; flaws: string[] })[];
  }>();
  return rows.find((each) => each.authorityId === ID);
};

describe("where the decisions of an authority can be challenged", () => {
  it("is entered by its legal officer, the supervisor or an administrator, read by every official, and on record", async () => {
    for (const who of ["head", "case-officer", "auditor"] as const) {
      expect((await enter(who)).statusCode).toBe(403);
    }
    for (const who of ["administrator", "supervisor", "legal-officer"] as const) {
      expect((await enter(who)).statusCode).toBe(200);
    }
    expect(await read("case-officer")).toMatchObject({ ...ENTRY, flaws: [] });
    const events = await api.cases.database
      .select()
      .from(registryEvents)
      .where(eq(registryEvents.subject, `authority/${ID}`));
    expect(events.map(({ type }) => type)).toEqual(Array(3).fill("enter-remedies"));
    expect(events.at(-1)?.body).toContain("掌上复议平台");
    expect((await enter("supervisor", {}, "none")).statusCode).toBe(404);
  });

  it("is not what the old law had, nor a court that is none; the refusal names the article", async () => {
    const upper = await enter("legal-officer", { reconsiderationOrgan: "【虚构】梧州市人社局" });
    expect(upper.statusCode).toBe(422);
    expect(upper.body).toContain("《中华人民共和国行政复议法》第二十四条");
    const tax = await enter("supervisor", { branch: "vertical" });
    expect([tax.statusCode, tax.body]).toEqual([422, expect.stringContaining("第二十七条")]);
    const court = await enter("supervisor", { court: "【虚构】司法局" });
    expect([court.statusCode, court.body]).toEqual([422, expect.stringContaining("第十八条")]);
    expect(await read()).toMatchObject(ENTRY);
  });

  it("has a page where officials see it and the legal officer enters it", async () => {
    const auditor = await (await api.as("auditor")).get("/authorities/remedies");
    expect(findFlaws(auditor.body)).toEqual(FLAWLESS);
    expect(auditor.body).not.toContain(`/authorities/remedies/${ID}`);
    const officer = await api.as("legal-officer");
    const page = await officer.get(`/authorities/remedies/${ID}`);
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...officer.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const post = (change: Record<string, string>) =>
      api.app.inject({
        ...{ method: "POST", url: `/authorities/remedies/${ID}`, cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...ENTRY, ...change, _csrf: token }).toString(),
      });
    const wrong = await post({ reconsiderationOrgan: "【虚构】梧州市人社局" });
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining("第二十四条")]);
    expect(findFlaws(wrong.body)).toEqual(FLAWLESS);
    expect((await post({ reconsiderationOrgan: "" })).statusCode).toBe(422);
    expect((await post({ reconsiderationOnlineChannel: "" })).statusCode).toBe(303);
    expect((await read())?.reconsiderationOnlineChannel).toBeNull();
  });
});
