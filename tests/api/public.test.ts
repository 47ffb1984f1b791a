import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { COMPANY_CODE } from "../support/matter-bodies.ts";
import { publishCase } from "../support/published-case.ts";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";

const DAY = "2026-03-13";
let api: RunningApi;
let officer: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi(DAY);
  officer = await api.as("case-officer");
  caseId = await publishCase(api, DAY);
});
afterAll(async () => {
  await api.stop();
});

const get = (url: string) => api.app.inject({ url });

interface Papers {
  readonly rows: readonly {
    paperId: string;
    kind: string;
    number: string;
    checkCode: string;
    servedOn: string | null;
    annulled: boolean;
  }[];
}

describe("the public register", () => {
  const search = async (query: string) =>
    (await get(`/api/register?${query}`)).json<{
      rows: { entryId: string; name: string; identifier: string }[];
      total: number;
      asOf: string;
      nextCursor: string | null;
    }>();

  it.each(["云雀", "雀示", "示例劳务", "ＹＵＮ"])(
    "finds a firm by any part of its name of two characters and more: %s",
    async (part) => {
      const found = await search(`name=${encodeURIComponent(part)}`);
      expect(found.total).toBe(part === "ＹＵＮ" ? 0 : 1);
      expect(found.asOf).toMatch(/^2026-03-13T/);
    },
  );

  it("does not take characters for neighbors that are none", async () => {
    expect((await search(`name=${encodeURIComponent("云示")}`)).rows).toEqual([]);
    expect((await search(`name=${encodeURIComponent("雀云")}`)).rows).toEqual([]);
    expect((await search("name=%25%25")).total ?? 0).toBe(0);
  });

  it("asks for two characters at least", async () => {
    const response = await get(`/api/register?name=${encodeURIComponent("云")}`);
    expect(response.statusCode).toBe(422);
    expect(response.json<{ errors: { field: string }[] }>().errors[0]?.field).toBe("/name");
  });

  it("filters by list", async () => {
    expect((await search("listId=unpaid-wages")).total).toBe(1);
    expect((await search("listId=work-safety")).total).toBe(0);
  });

  it("shows an entry with what the law wants shown", async () => {
    const response = await get(`/api/register/${caseId}`);
    expect(response.json()).toMatchObject({
      state: "shown",
      entry: {
        party: { name: "【虚构】梧州云雀示例劳务有限公司", identifier: COMPANY_CODE, phone: null },
        decisionNumber: expect.stringMatching(/^苍人社列决〔2026〕\d+号$/) as string,
        listedThrough: "2029-03-13",
      },
    });
  });

  it("never shows a listing beyond its last day, however late the removal is", async () => {
    const page = await search("");
    expect(page.rows.map((row) => row.entryId)).toContain(caseId);
    await api.deps.database.execute(
      sql`update register_entries set shown_through = '2026-03-12' where case_id = ${caseId}`,
    );
    expect((await search("")).rows).toEqual([]);
    expect((await get(`/api/register/${caseId}`)).json()).toMatchObject({ state: "removed" });
    await api.deps.database.execute(
      sql`update register_entries set shown_through = '2029-03-13' where case_id = ${caseId}`,
    );
  });

  it("answers 404 for an entry that never was, and 400 for no id", async () => {
    const response = await get("/api/register/00000000-0000-4000-8000-000000000000");
    expect(response.statusCode).toBe(404);
    expect((await get("/api/register/abc")).statusCode).toBe(400);
  });
});

describe("the papers of a case", () => {
  const papers = async (): Promise<Papers> =>
    (await officer.get(`/api/case-files/${caseId}/papers`)).json<Papers>();
  const paperOf = async (kind: string) => {
    const found = (await papers()).rows.find((each) => each.kind === kind);
    if (found === undefined) throw new Error(`no ${kind}`);
    return found;
  };

  it("are all there, with numbers, and served where they must be", async () => {
    const { rows } = await papers();
    const served = rows.filter((each) => each.servedOn !== null).map((each) => each.kind);
    expect(served.toSorted()).toEqual(["listing-decision", "prior-notice", "repair-notice"]);
    expect(new Set(rows.map((each) => each.number)).size).toBe(rows.length);
  });

  it("are handed out as files: with the party's code to be served, masked for the file", async () => {
    const { paperId } = await paperOf("prior-notice");
    const served = await officer.get(`/api/papers/${paperId}/file?copy=served`);
    const filed = await officer.get(`/api/papers/${paperId}/file?copy=file`);
    expect(served.headers["content-type"]).toContain("application/pdf");
    expect(served.headers["content-disposition"]).toContain("attachment");
    expect(served.rawPayload.subarray(0, 5).toString()).toBe("%PDF-");
    const hash = createHash("sha256").update(served.rawPayload).digest("hex");
    const held = (await api.cases.read(caseId)).papers.find((each) => each.paperId === paperId);
    expect(held?.fileHash).toBe(hash);
    expect(filed.rawPayload.equals(served.rawPayload)).toBe(false);
    const supervisor = await (await api.as("supervisor")).get(`/api/papers/${paperId}/file`);
    expect(supervisor.rawPayload.equals(filed.rawPayload)).toBe(true);
    const stranger = await (await api.signIn(STRANGER)).get(`/api/papers/${paperId}/file`);
    expect(stranger.statusCode).toBe(404);
  });

  it("can be checked by anybody with the code, who learns nothing of the party", async () => {
    const { checkCode, number } = await paperOf("listing-decision");
    const response = await get(`/api/paper-checks/${checkCode.toLowerCase()}`);
    expect(response.json()).toMatchObject({
      number,
      kind: "listing-decision",
      state: "valid",
      issuedOn: DAY,
    });
    expect(response.body).not.toContain("云雀");
    expect((await get("/api/paper-checks/NOSUCHCODE")).statusCode).toBe(404);
  });

  it("belong to the archive, which names every file with its hash", async () => {
    const response = await officer.get(`/api/case-files/${caseId}/archive`);
    expect(response.headers["content-type"]).toContain("application/zip");
    expect(response.rawPayload.subarray(0, 2).toString()).toBe("PK");
    expect(response.rawPayload.length).toBeGreaterThan(50_000);
  });
});

describe("the distribution record", () => {
  it("shows which channel got which version, with its receipt", async () => {
    const response = await officer.get(`/api/case-files/${caseId}/deliveries`);
    const rows = response.json<{ rows: { channel: string; receiptId: string | null }[] }>().rows;
    expect(rows.map((row) => row.channel).toSorted()).toEqual([
      "city-credit-platform",
      "measure-implementers",
      "own-register",
    ]);
    expect(rows.find((row) => row.channel === "own-register")?.receiptId).not.toBeNull();
  });
});
