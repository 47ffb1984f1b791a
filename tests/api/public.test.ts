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

/** Hands a file to the check that is open to all. */
function checkFile(bytes: Buffer) {
  const boundary = "----paper";
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="a.pdf"\r\ncontent-type: application/pdf\r\n\r\n`;
  return api.app.inject({
    method: "POST",
    url: "/api/paper-checks",
    headers: { "content-type": `multipart/form-data; boundary=${boundary}` },
    payload: Buffer.concat([Buffer.from(head), bytes, Buffer.from(`\r\n--${boundary}--\r\n`)]),
  });
}

interface Papers {
  readonly rows: readonly {
    paperId: string;
    kind: string;
    number: string;
    checkCode: string;
    servedOn: string | null;
    state: string;
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

  it("are known by their file to anybody: original, changed copy, or none of ours", async () => {
    const { paperId, number } = await paperOf("listing-decision");
    const file = await officer.get(`/api/papers/${paperId}/file?copy=served`);
    const original = file.rawPayload;
    const shown = { number, kind: "listing-decision", state: "valid" };
    const found = await checkFile(original);
    expect(found.json()).toMatchObject({ kind: "original", check: shown });
    expect(found.body).not.toContain("云雀");
    const fileHash = createHash("sha256").update(original).digest("hex");
    expect(found.json()).toMatchObject({ check: { fileHash } });
    const longer = Buffer.concat([original, Buffer.from("\n")]);
    expect((await checkFile(longer)).json()).toMatchObject({ kind: "altered", check: shown });
    const flipped = Buffer.from(original);
    const middle = Math.floor(flipped.length / 2);
    flipped[middle] = (flipped[middle] ?? 0) ^ 1;
    expect((await checkFile(flipped)).json()).toMatchObject({ kind: "altered", check: shown });
    const foreign = { kind: "unknown", check: null };
    expect((await checkFile(Buffer.from("%PDF-1.7\n%%EOF"))).json()).toEqual(foreign);
    expect((await checkFile(Buffer.from("不是文书"))).json()).toEqual(foreign);
  });

  it("a check of a file keeps nothing of it", async () => {
    const count = async () =>
      (await api.cases.database.execute(sql`select count(*)::int as n from uploads`)).rows[0]?.[
        "n"
      ];
    const before = await count();
    await checkFile(Buffer.from("%PDF-1.7 示例"));
    expect(await count()).toBe(before);
    expect((await api.app.inject({ method: "POST", url: "/api/paper-checks" })).statusCode).toBe(
      422,
    );
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
