import { asc, eq, like, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChainFaults } from "../../records/verify-chain.ts";
import { messages, registryEvents } from "../../schema/index.ts";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { COMPANY_CODE, openMatter } from "../support/matter-bodies.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let supervisor: Caller;
let caseId: string;

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
  supervisor = await api.as("supervisor");
  caseId = (await openMatter(officer)).company;
  await officer.act(caseId, "submit-for-review", {});
  await (await api.as("legal-reviewer")).act(caseId, "approve-notice", { opinion: "同意告知" });
  // The notice is to be served from within seven working days, and nobody does.
  await api.cases.moveClockTo("2026-03-31T09:00:00+08:00");
});
afterAll(async () => {
  await api.stop();
});

interface Row {
  readonly incidentId: string;
  readonly kind: string;
  readonly state: string;
  readonly cause: string;
  readonly caseId: string | null;
  readonly openedBy: string;
}

const PATH = "/api/incidents";
const ENTERED = { kind: "measure-outside-catalog", cause: "清单之外限制参加展会", caseId: null };
const REPORT = { organ: "示例主管单位", number: "示例〔2026〕1号", reportedOn: "2026-03-31" };

async function find(caller: Caller, query = ""): Promise<readonly Row[]> {
  const response = await caller.get(`${PATH}${query}`);
  expect(response.statusCode, response.body).toBe(200);
  return response.json<{ rows: Row[] }>().rows;
}

async function enter(): Promise<string> {
  const response = await supervisor.post(PATH, ENTERED);
  expect(response.statusCode, response.body).toBe(201);
  return response.json<{ incidentId: string }>().incidentId;
}

describe("matters of accountability", () => {
  it("are entered by the system when a time limit of the authority runs out, once, and the supervisor is told", async () => {
    const late = (await find(supervisor)).filter((row) => row.caseId === caseId);
    expect(late).toMatchObject([{ kind: "other-breach", state: "unreported", openedBy: "system" }]);
    expect(late[0]?.cause).toContain("届满，到期没有办理");
    const told = await api.cases.database
      .select({ recipient: messages.recipient })
      .from(messages)
      .where(like(messages.messageId, "incident/%"));
    expect(told).toEqual([{ recipient: "supervisor" }]);
  });

  it("are entered, reported and closed by the supervisor, in this order alone (R41)", async () => {
    const incidentId = await enter();
    const close = (outcome: string) =>
      supervisor.post(`${PATH}/${incidentId}/closures`, { outcome });
    const early = await close("责令改正");
    expect(early.statusCode).toBe(409);
    expect(early.json()).toMatchObject({ findings: [{ ruleId: "R41" }] });
    const reported = await supervisor.post(`${PATH}/${incidentId}/reports`, REPORT);
    expect(reported.statusCode, reported.body).toBe(200);
    expect((await close(" ")).statusCode).toBe(422);
    expect((await close("责令改正，约谈负责人")).statusCode).toBe(200);
    expect((await close("再次办结")).statusCode).toBe(422);
    const { body } = await supervisor.get(`${PATH}/${incidentId}`);
    expect(JSON.parse(body)).toMatchObject({ state: "settled", report: REPORT });
    expect((await find(supervisor, "?state=settled")).map((row) => row.incidentId)).toEqual([
      incidentId,
    ]);
    const refused = await api.cases.database.execute(
      sql`select count(*)::int as n from refusals where act = 'close-incident'`,
    );
    expect(refused.rows).toEqual([{ n: 3 }]);
  });

  it("leave a chain of what was done, by whom", async () => {
    const incidentId = await enter();
    await supervisor.post(`${PATH}/${incidentId}/reports`, REPORT);
    const subject = `incident/${incidentId}`;
    const links = await api.cases.database
      .select()
      .from(registryEvents)
      .where(eq(registryEvents.subject, subject))
      .orderBy(asc(registryEvents.seq));
    expect(links.map(({ type, userId }) => [type, userId])).toEqual([
      ["IncidentOpened", "supervisor"],
      ["report-incident", "supervisor"],
    ]);
    const head = { version: 2, chainHead: links.at(-1)?.hash ?? "" };
    expect(findChainFaults(subject, links, head)).toEqual([]);
    const changed = links.map((link) => ({ ...link, body: link.body.replace("1号", "2号") }));
    expect(findChainFaults(subject, changed, head)).toMatchObject([{ kind: "changed" }]);
  });

  it("are never changed in what they arose from, nor closed without a report, not even in the database", async () => {
    const incidentId = await enter();
    for (const change of [sql`cause = '没有'`, sql`closed_at = now()`]) {
      const query = sql`update incidents set ${change} where incident_id = ${incidentId}`;
      await expect(api.cases.database.execute(query)).rejects.toThrow();
    }
    const removed = sql`delete from incidents where incident_id = ${incidentId}`;
    await expect(api.cases.database.execute(removed)).rejects.toThrow();
  });

  it("are for those who oversee, and for heads over their own authority; the supervisor alone acts", async () => {
    expect((await officer.get(PATH)).statusCode).toBe(403);
    expect((await api.app.inject({ url: PATH })).statusCode).toBe(401);
    expect((await find(await api.as("head"))).every((row) => row.caseId === caseId)).toBe(true);
    expect(await find(await api.signIn("stranger"))).toEqual([]);
    expect((await find(await api.as("auditor"))).length).toBeGreaterThan(1);
    for (const role of ["auditor", "head", "legal-officer", "case-officer"] as const) {
      expect((await (await api.as(role)).post(PATH, ENTERED)).statusCode, role).toBe(403);
    }
    const nowhere = "00000000-0000-4000-8000-000000000000";
    expect((await supervisor.get(`${PATH}/${nowhere}`)).statusCode).toBe(404);
    expect((await supervisor.post(`${PATH}/${nowhere}/reports`, REPORT)).statusCode).toBe(404);
    const unknown = await supervisor.post(PATH, { ...ENTERED, caseId: nowhere });
    expect(unknown.statusCode).toBe(422);
  });

  it("are counted in the statistics", async () => {
    const url = "/api/statistics?from=2026-01-01&to=2026-12-31";
    const { incidents } = (await supervisor.get(url)).json<{ incidents: { kind: string }[] }>();
    expect(incidents.find((each) => each.kind === "other-breach")).toMatchObject({
      opened: 1,
      unclosed: 1,
    });
    expect((await supervisor.get("/oversight")).body).toContain("清单外实施失信惩戒措施");
  });

  it("stand on pages that say why one cannot be closed", async () => {
    const list = await supervisor.get("/oversight/incidents");
    expect(findFlaws(list.body)).toEqual(FLAWLESS);
    expect(list.body).not.toContain(COMPANY_CODE);
    const send = (url: string, fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url,
        cookies: { ...supervisor.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...fields, _csrf: supervisor.csrfToken }).toString(),
      });
    expect((await send("/oversight/incidents", { kind: "late-repair" })).statusCode).toBe(422);
    const entered = await send("/oversight/incidents", { kind: "late-repair", cause: "超期办结" });
    expect(entered.statusCode).toBe(303);
    const page = String(entered.headers.location).split("?")[0] ?? "";
    const refused = await send(`${page}/closures`, { outcome: "责令改正" });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain("没有向主管单位通报");
    expect((await send(`${page}/reports`, { organ: "示例" })).statusCode).toBe(422);
    expect((await send(`${page}/reports`, REPORT)).statusCode).toBe(303);
    expect((await send(`${page}/closures`, { outcome: "责令改正" })).statusCode).toBe(303);
    const closed = await supervisor.get(page);
    expect(findFlaws(closed.body)).toEqual(FLAWLESS);
    expect(closed.body).toContain("向示例主管单位通报");
  });
});
