import { eq } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { caseEvents, registryEvents } from "../../schema/index.ts";
import { DECISION_TO_LIST } from "../support/case-content.ts";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { openMatter } from "../support/matter-bodies.ts";
import {
  serviceBody,
  startRunningApi,
  type Caller,
  type RunningApi,
} from "../support/running-api.ts";

let api: RunningApi;
let head: Caller;
let second: Caller;
let deputyId: string;
let caseId: string;

const PATH = "/api/deputies";
// The county's legal officer has no hand in the case of this test.
const ASKED = {
  ...{ role: "head", principal: "head", acting: "legal-officer" },
  ...{ startsOn: "2026-03-16", endsOn: "2026-03-17", reasons: "负责人出差" },
};

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  head = await api.as("head");
  second = await api.as("legal-officer");
  caseId = await toSignOff();
});
afterAll(async () => {
  await api.stop();
});

async function toSignOff(): Promise<string> {
  const officer = await api.as("case-officer");
  const reviewer = await api.as("legal-reviewer");
  const { company } = await openMatter(officer);
  const does = async (caller: Caller, kind: string, body: object = {}): Promise<void> => {
    const response = await caller.act(company, kind, body);
    expect(response.statusCode, `${kind}: ${response.body}`).toBe(200);
  };
  await does(officer, "submit-for-review");
  await does(reviewer, "approve-notice", { opinion: "同意" });
  await does(officer, "record-service", await serviceBody(api, officer, company, "2026-03-13"));
  const uploadId = await officer.hand("放弃陈述申辩声明");
  const evidence = { uploadId, title: "放弃陈述申辩声明", kind: "statement" };
  await does(officer, "waive-defense", { waivedOn: "2026-03-13", form: "signed-form", evidence });
  await does(officer, "propose-decision", { proposal: DECISION_TO_LIST });
  await does(reviewer, "approve-decision", { opinion: "同意" });
  return company;
}

const sign = async () => {
  const draftHash = (await api.cases.read(caseId)).proposal?.draftHash ?? "";
  return second.act(caseId, "sign-decision", { draftHash });
};

describe("a deputy", () => {
  it("is named by the head; what is wrong is said field by field", async () => {
    expect((await second.post(PATH, ASKED)).statusCode).toBe(403);
    const wrong = await head.post(PATH, { ...ASKED, acting: "stranger", endsOn: "2026-03-15" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("代理人须是同一机关在用的账号");
    expect(wrong.body).toContain("截止日早于开始日");
    const named = await head.post(PATH, ASKED);
    expect(named.statusCode, named.body).toBe(201);
    ({ deputyId } = named.json<{ deputyId: string }>());
  });

  it("can do nothing before the first day, and then what the head can, on record as a deputy", async () => {
    expect((await sign()).statusCode).toBe(403);
    await api.cases.moveClockTo("2026-03-16T09:00:00+08:00");
    const signed = await sign();
    expect(signed.statusCode, signed.body).toBe(200);
    const events = await api.cases.database
      .select({ body: caseEvents.body })
      .from(caseEvents)
      .where(eq(caseEvents.type, "DecisionSigned"));
    expect(events.map(({ body }) => JSON.parse(body) as unknown)).toMatchObject([
      { by: { userId: "legal-officer", role: "head", deputyFor: "head" } },
    ]);
    expect((await second.get(`/cases/${caseId}`)).body).toContain("（代理）");
  });

  it("names no deputy in turn", async () => {
    expect((await second.post(PATH, { ...ASKED, acting: "officer" })).statusCode).toBe(403);
  });

  it("is over after the last day, or when it is ended before", async () => {
    const stateOf = async () =>
      (await head.get(PATH)).json<{ rows: { state: string }[] }>().rows.map((row) => row.state);
    expect(await stateOf()).toEqual(["in-force"]);
    await api.cases.moveClockTo("2026-03-18T09:00:00+08:00");
    expect(await stateOf()).toEqual(["over"]);
    const session = (await second.get("/api/session")).json<{ roles: string[] }>();
    expect(session.roles).not.toContain("head");
    const again = await head.post(PATH, { ...ASKED, startsOn: "2026-03-18", endsOn: "2026-03-31" });
    ({ deputyId } = again.json<{ deputyId: string }>());
    const roles = async () =>
      (await second.get("/api/session")).json<{ roles: string[] }>().roles.includes("head");
    expect(await roles()).toBe(true);
    expect((await head.post(`${PATH}/${deputyId}/end`, {})).statusCode).toBe(204);
    expect(await roles()).toBe(false);
    expect((await head.post(`${PATH}/${deputyId}/end`, {})).statusCode).toBe(409);
    const kept = await api.cases.database
      .select({ type: registryEvents.type })
      .from(registryEvents)
      .where(eq(registryEvents.subject, `deputy/${deputyId}`));
    expect(kept.map((row) => row.type)).toEqual(["appoint-deputy", "end-deputy"]);
  });

  it("stands on a page, where heads name and end it as well", async () => {
    const page = await head.get("/deputies");
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect((await second.get("/deputies")).body).not.toContain("指定代理</h2>");
    const send = (fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url: "/deputies",
        cookies: { ...head.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({ ...fields, _csrf: head.csrfToken }).toString(),
      });
    const form = { ...ASKED, startsOn: "2026-03-19", endsOn: "2026-03-20" };
    const wrong = await send({ ...form, acting: "nobody" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("代理人须是同一机关在用的账号");
    expect((await send(form)).statusCode).toBe(303);
    expect((await head.get("/deputies")).body).toContain("尚未开始");
  });
});
