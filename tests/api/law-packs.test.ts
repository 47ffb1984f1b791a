import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let reviewer: Caller;
let legalOfficer: Caller;
let supervisor: Caller;

const PATH = "/api/law-packs/unpaid-wages";
const VALUE = {
  field: "defenseDays",
  value: { length: 10, unit: "working-day" },
  instrument: "示例依据（演示用途）",
  article: "第一条",
};

interface Pack {
  readonly version: string;
  readonly state: string;
  readonly activeVersion: string | null;
  readonly obstacles: readonly { missing: string }[];
  readonly approvedBy: readonly { userId: string }[];
  readonly versions: readonly { version: string; state: string }[];
  readonly pack: { values: Record<string, { value: unknown; citations: { mark: string }[] }> };
}

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
  reviewer = await api.as("legal-reviewer");
  legalOfficer = await api.as("legal-officer");
  supervisor = await api.as("supervisor");
});
afterAll(async () => {
  await api.stop();
});

const read = async (): Promise<Pack> => (await officer.get(PATH)).json<Pack>();

describe("a law pack", () => {
  it("is read by officials alone", async () => {
    expect((await officer.get("/api/law-packs")).json<{ rows: unknown[] }>().rows).toHaveLength(7);
    expect((await api.app.inject({ url: PATH })).statusCode).toBe(401);
    expect((await officer.get("/api/law-packs/none")).statusCode).toBe(404);
  });

  it("gets a value from the legal officer alone, as a new draft with the mark of entry", async () => {
    for (const caller of [officer, reviewer, supervisor]) {
      expect((await caller.post(`${PATH}/values`, VALUE)).statusCode).toBe(403);
    }
    const before = await read();
    const response = await legalOfficer.post(`${PATH}/values`, VALUE);
    expect(response.statusCode, response.body).toBe(201);
    const after = await read();
    expect(after).toMatchObject({ state: "draft", activeVersion: before.activeVersion });
    expect(after.pack.values["defenseDays"]).toMatchObject({
      value: { length: 10 },
      citations: [{ mark: "entered" }],
      entered: { officerId: "legal-officer", on: "2026-03-13" },
    });
    expect(after.approvedBy).toEqual([]);
  });

  it.each([
    ["no citation", { ...VALUE, instrument: " " }, 422],
    ["a length of nothing", { ...VALUE, value: { length: 0, unit: "day" } }, 400],
    ["a value that packs do not have", { ...VALUE, field: "hearingDays" }, 400],
    ["more than it should", { ...VALUE, mark: "verified-primary" }, 400],
  ])("takes no value with %s", async (_what, body, status) => {
    expect((await legalOfficer.post(`${PATH}/values`, body)).statusCode).toBe(status);
  });

  it("is activated by two people, of whom one is a legal reviewer, and the version before retires", async () => {
    const { version, activeVersion } = await read();
    const approve = (caller: Caller) => caller.post(`${PATH}/approvals`, { version });
    expect((await approve(officer)).statusCode).toBe(403);
    expect((await approve(supervisor)).json()).toMatchObject({ state: "draft", approvals: 1 });
    const twice = await approve(supervisor);
    expect(twice.statusCode).toBe(409);
    expect(twice.body).toContain("二人");
    const noReviewer = await approve(await api.as("head"));
    expect(noReviewer.statusCode).toBe(409);
    expect(noReviewer.body).toContain("没有法制审核人员");
    expect((await approve(reviewer)).json()).toMatchObject({ state: "active", approvals: 2 });
    const after = await read();
    expect(after).toMatchObject({ state: "active", activeVersion: version });
    expect(after.versions).toContainEqual(
      expect.objectContaining({ version: activeVersion, state: "retired" }),
    );
  });

  it("takes no approval of a version that is not the newest draft", async () => {
    const response = await reviewer.post(`${PATH}/approvals`, { version: "1" });
    expect(response.statusCode).toBe(409);
  });

  it("lets the legal officer choose between sources in conflict, with reasons", async () => {
    const choose = (sourceId: string) =>
      legalOfficer.post(`${PATH}/sources`, { sourceId, reasons: "适用全国统一规则" });
    expect((await choose("order36")).statusCode).toBe(201);
    expect((await choose("none")).statusCode).toBe(422);
    expect((await read()).pack).toMatchObject({
      earlyRemoval: { choice: { sourceId: "order36", officerId: "legal-officer" } },
    });
  });

  it("is not activated while a value is missing, and that is on record", async () => {
    await api.deps.database.execute(
      sql`insert into law_packs (list_id, version, body, state) select list_id, '9', jsonb_set(body, '{values,defenseDays,value}', 'null'), 'draft' from law_packs where version = '1'`,
    );
    const response = await reviewer.post(`${PATH}/approvals`, { version: "9" });
    expect(response.statusCode).toBe(409);
    expect(response.body).toContain("陈述申辩期限没有数值");
    const { rows } = await api.deps.database.execute<{ n: number }>(
      sql`select count(*)::int as n from refusals where act = 'approve-pack'`,
    );
    expect(rows[0]?.n).toBe(3);
  });

  it("is everybody's law: another authority reads the same", async () => {
    const stranger = await api.signIn(STRANGER);
    expect((await stranger.get(PATH)).statusCode).toBe(200);
  });
});
