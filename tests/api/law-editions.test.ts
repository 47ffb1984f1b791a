import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { MEASURE_CATALOG } from "../../domain/measures/catalog.ts";
import { messages } from "../../schema/index.ts";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { matterBody, openMatter } from "../support/matter-bodies.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let supervisor: Caller;
let legalOfficer: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13", { dispatcher: true });
  officer = await api.as("case-officer");
  supervisor = await api.as("supervisor");
  legalOfficer = await api.as("legal-officer");
  caseId = (await openMatter(officer)).company;
});
afterAll(async () => {
  await api.stop();
});

const PATH = "/api/law-editions";
const NO_PROOFS = { comments: null, approval: null, publication: null, filing: null };
const PROOF = { number: "示例〔2026〕1号", provenOn: "2026-03-10" };

function rowOf(id: string): object {
  const row = MEASURE_CATALOG.find((each) => each.id === id);
  if (row === undefined) throw new Error(`no row ${id}`);
  const { category, title, targets, targetText, legalRank, implementers } = row;
  return {
    ...{ id, category, title, targets, targetText, legalRank, implementers, lists: row.lists },
    citations: row.citations.map(({ instrument, article }) => ({ instrument, article })),
    ...{ leastGravity: row.leastGravity, maxTerm: row.maxTerm, termText: row.termText },
  };
}

const catalog = (edition: string, inForceFrom: string, ...ids: string[]) => ({
  ...{ registry: "catalog", edition, level: "national", title: "【虚构】示例清单", inForceFrom },
  ...{ inForceTo: null, scope: null, rows: ids.map(rowOf) },
});

const ITEM = {
  ...{ id: "1", kind: "by-local-regulation", listId: null, conduct: "违反示例条例被处罚" },
  ...{ openness: "shown-to-all", sharing: "全市行政机关", source: "执法机关", frequency: "实时" },
  citations: [{ instrument: "【虚构】示例条例", article: "第十条" }],
  allowedBy: null,
};
const SUPPLEMENT = {
  ...{ registry: "directory", edition: "city-1", level: "city", title: "【虚构】示例补充目录" },
  ...{ inForceFrom: "2026-04-01", inForceTo: null, items: [ITEM] },
  scope: { instrument: "【虚构】示例条例", article: "第十条" },
};

const approve = (caller: Caller, edition: string, proofs: object = NO_PROOFS) =>
  caller.post(`${PATH}/${edition}/approvals`, proofs);

describe("an edition of directory or catalog", () => {
  it("is entered by the supervisor or a legal officer, and read by officials", async () => {
    for (const role of ["case-officer", "legal-reviewer", "head", "auditor"] as const) {
      expect((await (await api.as(role)).post(PATH, SUPPLEMENT)).statusCode, role).toBe(403);
    }
    const { rows } = (await officer.get(PATH)).json<{ rows: { state: string }[] }>();
    expect(rows.map((row) => row.state)).toEqual(["shipped", "shipped"]);
    expect((await api.app.inject({ url: PATH })).statusCode).toBe(401);
  });

  it("of the directory holds nothing that the law keeps out of it (R02)", async () => {
    const items = [{ ...ITEM, conduct: "多次信访" }];
    const refused = await supervisor.post(PATH, { ...SUPPLEMENT, items });
    expect(refused.statusCode).toBe(409);
    expect(refused.json()).toMatchObject({ findings: [{ ruleId: "R02" }] });
    const twice = await supervisor.post(PATH, { ...SUPPLEMENT, items: [ITEM, ITEM] });
    expect(twice.statusCode).toBe(422);
    const unknown = [{ ...ITEM, listId: "no-such-list" }];
    expect((await supervisor.post(PATH, { ...SUPPLEMENT, items: unknown })).statusCode).toBe(422);
  });

  it("of the city is approved by another person, with all that proves it (R02)", async () => {
    expect((await supervisor.post(PATH, SUPPLEMENT)).statusCode).toBe(201);
    expect((await supervisor.post(PATH, SUPPLEMENT)).statusCode).toBe(409);
    const proofs = { comments: PROOF, approval: PROOF, publication: PROOF, filing: PROOF };
    expect((await approve(supervisor, "city-1", proofs)).statusCode).toBe(422);
    const unfiled = await approve(legalOfficer, "city-1", { ...proofs, filing: null });
    expect(unfiled.statusCode).toBe(409);
    expect(unfiled.body).toContain("报自治区发展改革部门备案");
    const early = { ...PROOF, provenOn: "2026-03-14" };
    const future = await approve(legalOfficer, "city-1", { ...proofs, approval: early });
    expect(future.statusCode).toBe(422);
    expect((await approve(legalOfficer, "city-1", proofs)).statusCode).toBe(200);
    expect((await approve(legalOfficer, "city-1", proofs)).statusCode).toBe(409);
    expect((await approve(legalOfficer, "none", proofs)).statusCode).toBe(404);
  });

  it("of the catalog that does not hold a measure any more is told to every case that has it, once", async () => {
    const edition = catalog("sample-2026", "2026-03-20", "M02");
    expect((await supervisor.post(PATH, edition)).statusCode).toBe(201);
    expect((await api.cases.read(caseId)).lostMeasures).toBeUndefined();
    expect((await approve(legalOfficer, "sample-2026")).statusCode).toBe(200);
    await expect
      .poll(async () => (await api.cases.read(caseId)).lostMeasures, { timeout: 30_000 })
      .toEqual([{ rowId: "M03", edition: "2024-starter", lastDay: "2026-03-19" }]);
    const told = await api.cases.database
      .select({ recipient: messages.recipient })
      .from(messages)
      .where(eq(messages.caseId, caseId));
    expect(told.map((row) => row.recipient)).toEqual(
      expect.arrayContaining(["officer", "supervisor", `party/${caseId}`]),
    );
    const page = await officer.get(`/cases/${caseId}`);
    expect(page.body).toContain("2026年3月19日后不能再采取");
  });

  it("is pinned by a new case from its day on, and the old rows are refused in it (R27)", async () => {
    const before = await openMatter(officer);
    expect((await api.cases.read(before.company)).catalogEdition).toBe("2024-starter");
    await api.cases.moveClockTo("2026-03-20T09:00:00+08:00");
    const submitted = await officer.act(caseId, "submit-for-review", {});
    expect(submitted.statusCode).toBe(409);
    expect(submitted.body).toContain("R27");
    const body = await matterBody(officer);
    const refused = await officer.post("/api/matters", body);
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain("R27");
    const without = { ...body, measures: undefined };
    const opened = await officer.post("/api/matters", without);
    expect(opened.statusCode, opened.body).toBe(201);
    const young = opened.json<{ cases: { caseId: string }[] }>().cases[0]?.caseId ?? "";
    expect((await api.cases.read(young)).catalogEdition).toBe("sample-2026");
    const form = await officer.get(`/cases/${young}/acts/choose-measures`);
    expect(form.statusCode).toBe(200);
    expect(form.body).not.toContain("措施：在招标投标活动中依法依规予以限制");
  });

  it("stands on pages, where it is entered, read and approved as well", async () => {
    const list = await supervisor.get("/law/editions");
    expect(findFlaws(list.body)).toEqual(FLAWLESS);
    expect(list.body).toContain("全国公共信用信息基础目录（2024年版）起步目录");
    const send = (caller: Caller, url: string, fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url,
        cookies: { ...caller.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...fields, _csrf: caller.csrfToken }).toString(),
      });
    const head = {
      ...{ registry: "directory", level: "city", title: "【虚构】示例补充目录", edition: "city-2" },
      ...{ inForceFrom: "2026-05-01", inForceTo: "" },
      ...{ "scope.instrument": "【虚构】示例条例", "scope.article": "第十条" },
    };
    const enter = (table: string, change: Record<string, string> = {}) =>
      send(supervisor, "/law/editions", { ...head, table, ...change });
    const heads =
      "条目编号\t信息种类\t具体行为\t公开属性\t共享范围\t归集来源和渠道\t更新频次\t依据";
    const line = (conduct: string, basis = "《【虚构】示例条例》第十条") =>
      `1\t地方性法规规定的其他失信信息\t${conduct}\t向社会公开\t全市行政机关\t执法机关\t实时\t${basis}`;
    const table = (...cells: string[]) => [heads, ...cells].join("\n");
    expect((await enter("")).statusCode).toBe(422);
    expect((await enter(line("违反示例条例被处罚"))).body).toContain("第一行不是表头");
    const wrong = await enter(table(line("违反示例条例被处罚", "示例条例十条")));
    expect(wrong.body).toContain("第1条“依据”");
    expect(findFlaws(wrong.body)).toEqual(FLAWLESS);
    const halfScope = await enter(table(line("违反示例条例被处罚")), { "scope.article": "" });
    expect(halfScope.body).toContain("地方性法规的名称和条款须一并填写");
    const capital = await enter(table(line("违反示例条例被处罚")), { edition: "CITY" });
    expect(capital.statusCode).toBe(422);
    expect((await enter(table(line("献血记录")))).body).toContain("不得纳入目录的内容");
    const entered = await enter(table(line("违反示例条例被处罚")));
    expect(entered.statusCode, entered.body).toBe(303);
    const sheet = await legalOfficer.get("/law/editions/directory/city-2/table.csv");
    expect(sheet.headers["content-type"]).toContain("text/csv");
    expect(sheet.body).toContain("违反示例条例被处罚");
    // What was downloaded is entered again as it is, as the next edition.
    const next = await enter(sheet.body, { edition: "city-3", inForceFrom: "2026-06-01" });
    expect(next.statusCode, next.body).toBe(303);
    const page = await legalOfficer.get("/law/editions/directory/city-2");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    const path = "/law/editions/city-2/approvals";
    expect((await send(legalOfficer, path, {})).statusCode).toBe(409);
    const half = { "filing.number": "1号" };
    expect((await send(legalOfficer, path, half)).statusCode).toBe(422);
    const steps = ["comments", "approval", "publication", "filing"];
    const proofs = steps.flatMap((step): [string, string][] => [
      [`${step}.number`, "示例〔2026〕2号"],
      [`${step}.provenOn`, "2026-03-10"],
    ]);
    const done = await send(legalOfficer, path, Object.fromEntries(proofs));
    expect(done.statusCode, done.body).toBe(303);
  });
});
