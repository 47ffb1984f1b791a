import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import { listingCaseId } from "../../workflows/messages.ts";
import { COMPANY_CODE, matterBody, PERSON_NUMBER } from "../support/matter-bodies.ts";
import { STRANGER, startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

interface Opened {
  readonly matterId: string;
  readonly cases: readonly { caseId: string; caseNumber: string; partyRole: string }[];
}

describe("opening a matter", () => {
  it("opens one case file for each party, with document, evidence, grounds and measures, and starts their workflows", async () => {
    const response = await officer.post("/api/matters", await matterBody(officer));
    expect(response.statusCode, response.body).toBe(201);
    const { cases } = response.json<Opened>();
    expect(cases.map((each) => each.partyRole)).toEqual(["employer", "legal-representative"]);
    for (const { caseId, caseNumber } of cases) {
      expect(caseNumber).toMatch(/^苍人社立〔2026〕\d+号$/);
      const file = await api.cases.read(caseId);
      expect(file).toMatchObject({ stage: "draft", caseNumber, version: 6 });
      expect(file.basisDocuments).toHaveLength(1);
      expect(file.measures).toHaveLength(1);
      const description = await api.cases.client.workflow
        .getHandle(listingCaseId(caseId))
        .describe();
      expect(description.status.name).toBe("RUNNING");
    }
  });

  it("opens it once when it is sent twice under one key, even at the same time", async () => {
    const body = await matterBody(officer);
    const key = randomUUID();
    const answers = await Promise.all([1, 2, 3].map(() => officer.post("/api/matters", body, key)));
    const matterIds = answers.map((each) => each.json<Opened>().matterId);
    expect(new Set(matterIds).size).toBe(1);
    const again = await officer.post("/api/matters", body, key);
    expect(again.json<Opened>().matterId).toBe(matterIds[0]);
  });

  it("answers 422 to the same key with another content", async () => {
    const body = await matterBody(officer);
    const key = randomUUID();
    await officer.post("/api/matters", body, key);
    const other = { ...body, parties: body.parties.slice(0, 1) };
    const response = await officer.post("/api/matters", other, key);
    expect(response.statusCode).toBe(422);
    expect(response.json<{ detail: string }>().detail).toContain("Idempotency-Key");
  });

  it.each([
    ["a wrong check character of a credit code", 0, "91450400MA5XXXXX1T", "统一社会信用代码不正确"],
    ["a wrong check digit of an identity number", 1, "11010519491231002A", "居民身份证号码不正确"],
  ])("answers 422 to %s, naming the field", async (_what, index, identifier, words) => {
    const body = await matterBody(officer);
    const parties = body.parties.map((each, at) => (at === index ? { ...each, identifier } : each));
    const response = await officer.post("/api/matters", { ...body, parties });
    expect(response.statusCode).toBe(422);
    expect(response.json<{ errors: unknown[] }>().errors).toEqual([
      {
        field: `/parties/${String(index)}/identifier`,
        message: expect.stringContaining(words) as string,
      },
    ]);
    expect(response.body).not.toContain(identifier);
  });

  it("keeps nothing of a party in clear", async () => {
    await officer.post("/api/matters", await matterBody(officer));
    const { rows } = await api.deps.database.execute<{ all: string }>(
      sql`select string_agg(p::text, ' ') as all from parties p`,
    );
    const stored = rows[0]?.all ?? "";
    for (const clear of [COMPANY_CODE, PERSON_NUMBER, "云雀", "示例路"]) {
      expect(stored).not.toContain(clear);
    }
    const events = await api.deps.database.execute<{ all: string }>(
      sql`select string_agg(body, ' ') as all from case_events`,
    );
    expect(events.rows[0]?.all).not.toContain(COMPANY_CODE);
  });

  it("opens no case on a minor, by the number alone and without repeating it (R03)", async () => {
    const body = await matterBody(officer);
    const identifier = "450404201201010005";
    const parties = body.parties.map((each, at) => (at === 1 ? { ...each, identifier } : each));
    const response = await officer.post("/api/matters", { ...body, parties });
    expect(response.statusCode).toBe(409);
    const { findings } = response.json<{ findings: { ruleId: string }[] }>();
    expect(findings.map((each) => each.ruleId)).toEqual(["R03"]);
    expect(response.body).not.toContain(identifier);
  });

  it("refuses the whole, with rule and article, where one party's measure does not reach it, and opens nothing", async () => {
    const body = await matterBody(officer);
    const measures = [{ ...body.measures[0], rowId: "M13", article: "第二十六条" }];
    const before = await countMatters();
    const refusals = await countRefusals();
    const response = await officer.post("/api/matters", { ...body, measures });
    expect(response.statusCode).toBe(409);
    const { findings } = response.json<{ findings: { ruleId: string; citations: string[] }[] }>();
    expect(findings[0]).toMatchObject({ ruleId: "R27" });
    expect(findings[0]?.citations[0]).toContain("（十）");
    expect(await countMatters()).toBe(before);
    expect(await countRefusals()).toBe(refusals + 1);
  });

  it("refuses a list whose pack nobody has activated", async () => {
    await api.deps.database.execute(
      sql`insert into law_packs (list_id, version, body, state) select 'local/example', '1', body || '{"listId":"local/example"}', 'draft' from law_packs where state = 'active'`,
    );
    const shipped = { ...(await matterBody(officer)), listId: "work-safety" };
    expect((await officer.post("/api/matters", shipped)).body).toContain("陈述申辩期限没有数值");
    const body = { ...(await matterBody(officer)), listId: "local/example" };
    const response = await officer.post("/api/matters", body);
    expect(response.statusCode).toBe(409);
    expect(response.body).toContain("尚未经二人核准启用");
  });

  it("is for case officers of an authority alone", async () => {
    const body = await matterBody(officer);
    for (const role of [
      "legal-reviewer",
      "head",
      "supervisor",
      "auditor",
      "administrator",
    ] as const) {
      const response = await (await api.as(role)).post("/api/matters", { ...body, evidence: [] });
      expect(response.statusCode, role).toBe(403);
    }
    const stranger = await api.signIn(STRANGER);
    const taken = await stranger.post("/api/matters", body);
    expect(taken.statusCode, "evidence of somebody else").toBe(422);
  });

  async function countRefusals(): Promise<number> {
    const { rows } = await api.deps.database.execute<{ n: number }>(
      sql`select count(*)::int as n from refusals where act = 'open-case' and case_id is null`,
    );
    return rows[0]?.n ?? 0;
  }

  async function countMatters(): Promise<number> {
    const { rows } = await api.deps.database.execute<{ n: number }>(
      sql`select count(*)::int as n from matters`,
    );
    return rows[0]?.n ?? 0;
  }
});
