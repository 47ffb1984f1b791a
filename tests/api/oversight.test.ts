import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { COMPANY_CODE, matterBody, openMatter } from "../support/matter-bodies.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let supervisor: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
  supervisor = await api.as("supervisor");
  const opened = await openMatter(officer);
  caseId = opened.company;
  await officer.act(opened.company, "withdraw-case", { reasons: "当事人已全部支付" });
});
afterAll(async () => {
  await api.stop();
});

interface Numbers {
  readonly lists: readonly Readonly<Record<string, number | string>>[];
  readonly refusals: readonly { ruleId: string; count: number; title: string }[];
}

const YEAR = "/api/statistics?from=2026-01-01&to=2026-12-31";
const read = async (caller: Caller, url = YEAR): Promise<Numbers> =>
  (await caller.get(url)).json<Numbers>();

describe("statistics", () => {
  it("count what was done, by list, and nothing outside of the period", async () => {
    const { lists } = await read(supervisor);
    expect(lists).toHaveLength(1);
    expect(lists[0]).toMatchObject({
      listId: "unpaid-wages",
      opened: 2,
      withdrawn: 1,
      listed: 0,
      deadlinesLate: 0,
    });
    const before = await read(supervisor, "/api/statistics?from=2026-01-01&to=2026-03-12");
    expect(before.lists).toEqual([]);
  });

  it("count by which rule an act was refused", async () => {
    const body = await matterBody(officer);
    const measures = [{ ...body.measures[0], rowId: "M13", article: "第二十六条" }];
    expect((await officer.post("/api/matters", { ...body, measures })).statusCode).toBe(409);
    const { refusals } = await read(supervisor);
    const found = refusals.find((each) => each.ruleId === "R27");
    expect(found).toMatchObject({ title: "惩戒措施须在清单之内并直接援引依据" });
    expect(found?.count).toBeGreaterThan(0);
  });

  it("are for those who oversee, and for heads over their own authority", async () => {
    expect((await officer.get(YEAR)).statusCode).toBe(403);
    expect((await read(await api.as("head"))).lists).toHaveLength(1);
    const stranger = await api.signIn("stranger");
    expect((await read(stranger)).lists).toEqual([]);
  });

  it("ask for days that exist, in their order", async () => {
    const disordered = await supervisor.get("/api/statistics?from=2026-03-13&to=2026-03-12");
    expect(disordered.statusCode).toBe(422);
    expect((await supervisor.get("/api/statistics?from=2026-02-30&to=2026-03-12")).statusCode).toBe(
      400,
    );
  });
});

describe("the register of looks", () => {
  it("holds who saw whom in clear and why, for those who oversee", async () => {
    const looked = await supervisor.post(`/api/case-files/${caseId}/readings`, {
      purpose: "核对公示信息",
    });
    expect(looked.statusCode).toBe(200);
    const { rows } = (await supervisor.get("/api/readings")).json<{
      rows: { caseId: string; purpose: string; userName: string }[];
    }>();
    expect(rows[0]).toMatchObject({
      caseId,
      purpose: "核对公示信息",
      userName: "【示例】supervisor",
    });
    expect((await officer.get("/api/readings")).statusCode).toBe(403);
  });

  it("stands with the numbers on one page, without anybody's data", async () => {
    const { statusCode, body } = await supervisor.get("/oversight");
    expect(statusCode).toBe(200);
    expect(findFlaws(body)).toEqual(FLAWLESS);
    expect(body).toContain("核对公示信息");
    expect(body).toContain("拖欠农民工工资失信联合惩戒对象名单");
    expect(body).not.toContain(COMPANY_CODE);
    expect((await supervisor.get("/oversight?from=2026-13-01")).statusCode).toBe(422);
    expect((await officer.get("/oversight")).statusCode).toBe(403);
  });
});
