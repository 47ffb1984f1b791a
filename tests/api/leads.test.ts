import { execFileSync } from "node:child_process";
import { setTimeout as pause } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { makeUpResidentIdNumber } from "../../demo/life/made-up-parties.ts";
import { leads } from "../../schema/index.ts";
import { leadImportId } from "../../workflows/messages.ts";
import { FLAWLESS, findFlaws } from "../support/html-checks.ts";
import { matterBody } from "../support/matter-bodies.ts";
import { companyRow, csvOf, tableOf, xlsxOf, type Row } from "../support/penalty-files.ts";
import { startRunningApi, STRANGER, type Caller, type RunningApi } from "../support/running-api.ts";

const PERSON_NUMBER = makeUpResidentIdNumber(1981);
const PERSON: Row = {
  ...companyRow(900),
  CF_XDR_MC: "【虚构】欧阳某某",
  CF_XDR_LB: "自然人",
  CF_XDR_SHXYM: "",
  CF_XDR_ZJHM: PERSON_NUMBER,
};

let api: RunningApi;
let officer: Caller;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
});
afterAll(async () => {
  await api.stop();
});

interface ImportView {
  readonly importId: string;
  readonly state: string;
  readonly fault: string | null;
  readonly encoding: string | null;
  readonly lastRow: number;
  readonly taken: number;
  readonly rejected: number;
  readonly duplicates: number;
  readonly unknownColumns: readonly string[];
  readonly leftRows: readonly {
    rowNumber: number;
    outcome: string;
    findings: { message: string }[];
  }[];
}

async function send(caller: Caller, fileName: string, content: string | Buffer) {
  return caller.upload(fileName, content, "application/octet-stream", "/api/lead-imports");
}

async function importFile(fileName: string, content: string | Buffer): Promise<ImportView> {
  const response = await send(officer, fileName, content);
  expect(response.statusCode, response.body).toBe(202);
  return waitForEnd(response.json<{ importId: string }>().importId);
}

async function waitForEnd(importId: string): Promise<ImportView> {
  for (let tries = 0; tries < 600; tries++) {
    const view = (await officer.get(`/api/lead-imports/${importId}`)).json<ImportView>();
    if (view.state === "done" || view.state === "failed") return view;
    await pause(50);
  }
  throw new Error("the import did not end");
}

const search = async (who: string) => {
  const response = await officer.post("/api/leads/search", { who });
  return response.json<{ rows: { leadId: string; name: string; identifier: string }[] }>().rows;
};

describe("a file of penalty records", () => {
  it.each([
    ["a.csv", csvOf(tableOf([companyRow(1), PERSON])), "utf-8"],
    [
      "b.csv",
      execFileSync("iconv", ["-f", "utf-8", "-t", "gb18030"], {
        input: csvOf(tableOf([companyRow(2), companyRow(3)])),
      }),
      "gb18030",
    ],
    ["c.xlsx", xlsxOf(tableOf([companyRow(4), companyRow(5)]), { texts: "shared" }), null],
  ])("%s is taken in, every row a lead", async (name, content, encoding) => {
    const view = await importFile(name, content);
    expect(view).toMatchObject({ state: "done", encoding, taken: 2, rejected: 0, duplicates: 0 });
    expect(view.lastRow).toBe(3);
  });

  it("is one import however often it is sent, and its records are leads once however they come", async () => {
    const content = csvOf(tableOf([companyRow(10), companyRow(10), companyRow(11)]));
    const first = await importFile("first.csv", content);
    expect(first).toMatchObject({ taken: 2, duplicates: 1 });
    expect(first.leftRows).toMatchObject([{ rowNumber: 3, outcome: "duplicate" }]);
    const again = await send(officer, "again.csv", content);
    expect(again.json()).toEqual({ importId: first.importId, known: true });
    const other = await importFile("other.csv", csvOf(tableOf([companyRow(11), companyRow(12)])));
    expect(other).toMatchObject({ taken: 1, duplicates: 1 });
  });

  it("with wrong rows gives a report that can be corrected and sent again as it is", async () => {
    const formula = { ...companyRow(20), CF_XDR_MC: "=HYPERLINK(1)", CF_JDRQ: "2026-02-30" };
    const letter = { ...companyRow(21), CF_XDR_SHXYM: "9I450421XX0000210X" };
    const view = await importFile("wrong.csv", csvOf(tableOf([companyRow(22), formula, letter])));
    expect(view).toMatchObject({ taken: 1, rejected: 2 });
    expect(view.leftRows[1]?.findings[0]?.message).toContain("I、O、S、V、Z");
    const report = await officer.get(`/api/lead-imports/${view.importId}/report`);
    expect(report.headers["content-disposition"]).toContain("attachment");
    expect(report.body).toContain("'=HYPERLINK(1)");
    expect(report.body).not.toMatch(/(^|,)=HYPERLINK/m);
    const corrected = report.body
      .replace("2026-02-30", "2026-02-27")
      .replace("9I450421XX0000210X", companyRow(21).CF_XDR_SHXYM ?? "");
    const second = await importFile("corrected.csv", corrected);
    expect(second).toMatchObject({ state: "done", taken: 2, rejected: 0, unknownColumns: [] });
    expect(await search("=HYPERLINK(1)")).toHaveLength(1);
  });

  it.each([
    ["header.csv", "名称,号码\n甲,1\n", "第一行不是表头"],
    [
      "column.csv",
      csvOf([
        ["CF_XDR_MC", "CF_WSH"],
        ["甲", "1"],
      ]),
      "表头缺少必需的列",
    ],
    ["encoding.csv", Buffer.from([0x41, 0xff, 0xff, 0x0a, 0x80]), "编码不能识别"],
    [
      "broken.xlsx",
      xlsxOf(tableOf([companyRow(30)]), { texts: "shared" }).subarray(0, 700),
      "损坏",
    ],
    ["blank.csv", "\n\n", "没有表头"],
  ])(
    "%s that cannot be read ends in a clear message and takes nothing",
    async (name, content, words) => {
      const view = await importFile(name, content);
      expect(view).toMatchObject({ state: "failed", taken: 0 });
      expect(view.fault).toContain(words);
    },
  );

  it.each([
    ["old.xls", Buffer.from("d0cf11e0a1b11ae1", "hex"), "旧版 .xls"],
    ["fake.xlsx", "a,b", "不是 XLSX"],
    ["photo.png", "a,b", "只接受"],
    ["empty.csv", "", "空的"],
  ])("%s is not taken on at all", async (name, content, words) => {
    const response = await send(officer, name, content);
    expect([response.statusCode, response.body]).toEqual([422, expect.stringContaining(words)]);
  });

  it("that is too large is refused, saying how large it may be", async () => {
    const response = await send(officer, "huge.csv", Buffer.alloc(64 * 1024 * 1024 + 10, 0x41));
    expect([response.statusCode, response.body]).toEqual([422, expect.stringContaining("64 MB")]);
  });
});

describe("a person's data", () => {
  it("lies nowhere in clear: not in the database, not in Temporal", async () => {
    const { rows } = await api.cases.database.execute<{ text: string }>(
      "select row_to_json(l)::text as text from leads l union all select row_to_json(r)::text from lead_import_rows r union all select row_to_json(i)::text from lead_imports i",
    );
    const stored = rows.map(({ text }) => text).join("\n");
    expect(stored.length).toBeGreaterThan(1_000);
    for (const secret of [PERSON_NUMBER, "欧阳某某", "示例公司", "HYPERLINK"]) {
      expect(stored).not.toContain(secret);
    }
    const [row] = await api.cases.database.select({ importId: leads.importId }).from(leads);
    const handle = api.cases.client.workflow.getHandle(leadImportId(row?.importId ?? ""));
    const history = JSON.stringify((await handle.fetchHistory()).events ?? []);
    expect(history).not.toMatch(/\p{Script=Han}/u);
  });

  it("is masked in lists, found by the whole number alone, and every look at it is on record", async () => {
    const list = await officer.get("/api/leads?limit=200");
    expect(list.body).not.toContain(PERSON_NUMBER);
    const [found] = await search(PERSON_NUMBER.toLowerCase());
    expect(found).toMatchObject({ name: "【虚构】欧阳**", identifier: "450421************" });
    expect(await search(PERSON_NUMBER.slice(0, 17))).toEqual([]);
    const clear = await officer.get(`/api/leads/${found?.leadId ?? ""}`);
    expect(clear.json()).toMatchObject({ masked: false, identifier: PERSON_NUMBER });
    const supervisor = await api.as("supervisor");
    const masked = await supervisor.get(`/api/leads/${found?.leadId ?? ""}`);
    expect(masked.json()).toMatchObject({ masked: true, cells: [] });
    expect(masked.body).not.toContain(PERSON_NUMBER);
    const looks = await supervisor.get("/api/lead-readings");
    expect(looks.json<{ rows: { purpose: string }[] }>().rows[0]).toMatchObject({
      leadId: found?.leadId,
      purpose: "办理线索",
    });
  });
});

describe("a lead", () => {
  it("becomes a proposal once: the form is filled in from it, and the matter closes it", async () => {
    const [lead] = await search(companyRow(1).CF_XDR_SHXYM ?? "");
    const leadId = lead?.leadId ?? "";
    const form = await officer.get(`/matters/new?list=unpaid-wages&lead=${leadId}`);
    expect(form.statusCode).toBe(200);
    expect(form.body).toContain(`value="${companyRow(1).CF_XDR_SHXYM ?? ""}"`);
    expect(form.body).toContain("苍市监罚〔2026〕1号");
    const body = { ...(await matterBody(officer)), leadId };
    const opened = await officer.post("/api/matters", body);
    expect(opened.statusCode, opened.body).toBe(201);
    const { matterId } = opened.json<{ matterId: string }>();
    const used = (await officer.get(`/api/leads/${leadId}`)).json<object>();
    expect(used).toMatchObject({ state: "used", matterId });
    const again = await officer.post("/api/matters", { ...(await matterBody(officer)), leadId });
    expect([again.statusCode, again.body]).toEqual([422, expect.stringContaining("已经办理过")]);
  });

  it("is put aside with reasons, and not twice", async () => {
    const [lead] = await search(companyRow(4).CF_XDR_SHXYM ?? "");
    const url = `/api/leads/${lead?.leadId ?? ""}/dismissal`;
    expect((await officer.post(url, { reasons: "情节轻微" })).statusCode).toBe(204);
    expect((await officer.post(url, { reasons: "情节轻微" })).statusCode).toBe(409);
  });
});

describe("the pages", () => {
  it("show leads, progress and what is wrong, and hold no flaw", async () => {
    const [lead] = await search(companyRow(5).CF_XDR_SHXYM ?? "");
    const imports = (await officer.get("/api/lead-imports")).json<{ rows: ImportView[] }>().rows;
    const withWrongRows = imports.find((each) => each.rejected > 0)?.importId ?? "";
    const paths = ["/leads", `/leads/imports/${withWrongRows}`, `/leads/${lead?.leadId ?? ""}`];
    for (const path of paths) {
      const page = await officer.get(path);
      expect(page.statusCode, path).toBe(200);
      expect(findFlaws(page.body), path).toEqual(FLAWLESS);
    }
    expect((await officer.get(paths[1] ?? "")).body).toContain("下载问题清单");
  });

  it("take a file from the form only with its token, and say what is wrong with it", async () => {
    const page = await officer.get("/leads");
    const token = /name="_csrf" value="([^"]+)"/.exec(page.body)?.[1] ?? "";
    const cookies = { ...officer.cookies };
    for (const { name, value } of page.cookies) cookies[name] = value;
    const post = (csrf: string, file: string) =>
      api.app.inject({
        method: "POST",
        url: "/leads/imports",
        cookies,
        headers: { "content-type": "multipart/form-data; boundary=x" },
        payload: `--x\r\ncontent-disposition: form-data; name="_csrf"\r\n\r\n${csrf}\r\n--x\r\ncontent-disposition: form-data; name="file"; filename="${file}"\r\ncontent-type: text/csv\r\n\r\n${csvOf(tableOf([companyRow(60)]))}\r\n--x--\r\n`,
      });
    expect((await post("forged", "form.csv")).statusCode).toBe(403);
    const wrong = await post(token, "form.doc");
    expect([wrong.statusCode, wrong.body]).toEqual([422, expect.stringContaining("只接受")]);
    const taken = await post(token, "form.csv");
    expect(taken.statusCode).toBe(303);
    const importId = String(taken.headers.location).split("/").at(-1) ?? "";
    expect(await waitForEnd(importId)).toMatchObject({ state: "done", taken: 1 });
  });
});

describe("who may", () => {
  it("import and dismiss: case officers of the authority alone", async () => {
    const [lead] = await search(companyRow(5).CF_XDR_SHXYM ?? "");
    for (const role of ["legal-reviewer", "head", "supervisor", "auditor"] as const) {
      const caller = await api.as(role);
      expect((await send(caller, "x.csv", "a")).statusCode, role).toBe(403);
      const url = `/api/leads/${lead?.leadId ?? ""}/dismissal`;
      expect((await caller.post(url, { reasons: "x" })).statusCode, role).toBe(403);
      expect((await caller.get("/api/leads")).statusCode, role).toBe(200);
    }
    const administrator = await api.as("administrator");
    expect((await administrator.get("/api/leads")).statusCode).toBe(403);
  });

  it("see: nobody of another authority, and nobody who is not signed in", async () => {
    const stranger = await api.signIn(STRANGER);
    expect((await stranger.get("/api/leads")).json()).toMatchObject({ rows: [] });
    expect((await stranger.get("/api/lead-imports")).json()).toMatchObject({ rows: [] });
    const [lead] = await search(companyRow(5).CF_XDR_SHXYM ?? "");
    expect((await stranger.get(`/api/leads/${lead?.leadId ?? ""}`)).statusCode).toBe(404);
    const imports = (await officer.get("/api/lead-imports")).json<{ rows: ImportView[] }>().rows;
    const report = `/api/lead-imports/${imports[0]?.importId ?? ""}/report`;
    expect((await stranger.get(report)).statusCode).toBe(404);
    expect((await api.app.inject({ url: "/api/leads" })).statusCode).toBe(401);
    expect((await api.app.inject({ url: report })).statusCode).toBe(401);
  });
});
