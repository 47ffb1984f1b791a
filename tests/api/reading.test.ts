import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { hashLink } from "../../records/chain.ts";
import { COMPANY_CODE, openMatter, PERSON_NUMBER } from "../support/matter-bodies.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

let api: RunningApi;
let officer: Caller;
let company: string;
let person: string;

interface Desk {
  readonly rows: readonly { caseId: string; caseNumber: string; partyName: string }[];
  readonly counts: Readonly<Record<string, number>>;
  readonly nextCursor: string | null;
}

beforeAll(async () => {
  api = await startRunningApi("2026-03-13");
  officer = await api.as("case-officer");
  const opened = await openMatter(officer);
  company = opened.company;
  person = opened.person;
  await officer.act(company, "submit-for-review");
});
afterAll(async () => {
  await api.stop();
});

describe("the desk", () => {
  const desk = async (caller: Caller, query: string): Promise<Desk> =>
    (await caller.get(`/api/case-files?${query}`)).json<Desk>();

  it("shows each person what waits for them, with counts", async () => {
    const mine = await desk(officer, "tab=todo");
    expect(mine.rows.map((each) => each.caseId)).toEqual([person]);
    expect(mine.counts).toMatchObject({ todo: 1, ongoing: 2, done: 0, overdue: 0 });
    const reviewers = await desk(await api.as("legal-reviewer"), "tab=todo");
    expect(reviewers.rows.map((each) => each.caseId)).toEqual([company]);
    expect((await desk(await api.as("head"), "tab=todo")).rows).toEqual([]);
  });

  it("filters by stage", async () => {
    const found = await desk(officer, "stage=notice-legal-review");
    expect(found.rows.map((each) => each.caseId)).toEqual([company]);
  });

  it("comes in pages that miss nothing and repeat nothing", async () => {
    await openMatter(officer);
    await openMatter(officer);
    const seen: string[] = [];
    let cursor = "";
    do {
      const page: Desk = await desk(officer, `tab=all&limit=2&cursor=${cursor}`);
      seen.push(...page.rows.map((each) => each.caseId));
      cursor = page.nextCursor ?? "";
    } while (cursor !== "");
    const all = (await desk(officer, "tab=all")).rows.map((each) => each.caseId);
    expect(seen).toEqual(all);
    expect(new Set(seen).size).toBe(6);
  });

  it("refuses a cursor that is none of ours", async () => {
    expect((await officer.get("/api/case-files?cursor=abc")).statusCode).toBe(422);
    expect((await officer.get("/api/case-files?limit=many")).statusCode).toBe(400);
  });

  it.each([
    ["a case number", () => api.cases.read(company).then((file) => file.caseNumber), 1],
    ["a whole name", () => "【虚构】梧州云雀示例劳务有限公司", 3],
    ["a credit code, however it is typed", () => ` ${COMPANY_CODE.toLowerCase()} `, 3],
    ["an identity number", () => PERSON_NUMBER, 3],
    ["nothing that is there", () => "【虚构】没有这一公司", 0],
  ])("finds cases by %s, without it ever standing in an address", async (_what, make, count) => {
    const search = await make();
    const response = await officer.post("/api/case-files/searches", { search });
    expect(response.json<Desk>().rows).toHaveLength(count);
  });

  it("masks people for the supervisor and the auditor, and shows firms", async () => {
    for (const role of ["supervisor", "auditor"] as const) {
      const names = (await desk(await api.as(role), "tab=all")).rows.map((each) => each.partyName);
      expect(names).toContain("【虚构】甘**");
      expect(names).toContain("【虚构】梧州云雀示例劳务有限公司");
      expect(names).not.toContain("【虚构】甘云雀");
    }
  });

  it("shows what is due soon once a clock runs out within three working days", async () => {
    const reviewer = await api.as("legal-reviewer");
    await reviewer.act(company, "approve-notice", { opinion: "同意" });
    expect((await desk(officer, "tab=due-soon")).rows).toEqual([]);
    await api.cases.moveClockTo("2026-03-20T09:00:00+08:00");
    const soon = await desk(officer, "tab=due-soon");
    expect(soon.rows).toMatchObject([
      { caseId: company, deadline: { termId: "notice-service-start", lamp: "yellow" } },
    ]);
    await api.cases.moveClockTo("2026-03-25T09:00:00+08:00");
    const late = await desk(officer, "tab=overdue");
    expect(late.rows).toMatchObject([{ caseId: company, deadline: { lamp: "red" } }]);
    const supervisors = await desk(await api.as("supervisor"), "tab=todo");
    expect(supervisors.rows.map((each) => each.caseId)).toEqual([company]);
  });
});

describe("a case", () => {
  it("shows its party in clear to those who handle it, and puts that on record once a day", async () => {
    for (let time = 0; time < 3; time += 1) {
      const response = await officer.get(`/api/case-files/${person}`);
      expect(response.json()).toMatchObject({
        party: { name: "【虚构】甘云雀", identifier: PERSON_NUMBER, masked: false },
        officerName: "【示例】officer",
        siblings: [{ caseId: company, partyRole: "employer" }],
      });
    }
    expect(await readingsOf(person, "officer")).toEqual(["办理本案"]);
  });

  it("masks its party for the auditor, who may see it in clear for a purpose that is put on record", async () => {
    const auditor = await api.as("auditor");
    const masked = (await auditor.get(`/api/case-files/${person}`)).json<{ party: object }>();
    expect(masked.party).toMatchObject({ name: "【虚构】甘**", address: null, masked: true });
    expect(JSON.stringify(masked)).not.toContain(PERSON_NUMBER);
    expect(await readingsOf(person, "auditor")).toEqual([]);
    const url = `/api/case-files/${person}/readings`;
    expect((await auditor.post(url, { purpose: "  " })).statusCode).toBe(422);
    const clear = await auditor.post(url, { purpose: "核对2026年案件抽查" });
    expect(clear.json()).toMatchObject({ identifier: PERSON_NUMBER });
    expect(await readingsOf(person, "auditor")).toEqual(["核对2026年案件抽查"]);
  });

  it("gives its events in pages, each with the link that proves it", async () => {
    interface Events {
      rows: { seq: number; event: { type: string }; hash: string; previousHash: string }[];
      nextCursor: string | null;
    }
    const read = async (cursor: string): Promise<Events> =>
      (await officer.get(`/api/case-files/${person}/events?limit=4&cursor=${cursor}`)).json();
    const first = await read("");
    const second = await read(first.nextCursor ?? "");
    const rows = [...first.rows, ...second.rows];
    expect(rows.map((row) => row.seq)).toEqual([1, 2, 3, 4, 5, 6]);
    expect(second.nextCursor).toBeNull();
    const { rows: stored } = await api.deps.database.execute<{ seq: number; body: string }>(
      sql`select seq, body from case_events where case_id = ${person} order by seq`,
    );
    rows.forEach((row, index) => {
      const body = stored[index]?.body ?? "";
      expect(row.hash).toBe(hashLink(person, row.seq, body, row.previousHash));
      expect(row.previousHash).toBe(index === 0 ? "0".repeat(64) : rows[index - 1]?.hash);
    });
  });

  it("explains each deadline: how it was counted, by which text, how long is left", async () => {
    const response = await officer.get(`/api/case-files/${company}/deadlines`);
    expect(response.json<{ rows: object[] }>().rows[0]).toMatchObject({
      termId: "notice-service-start",
      endsOn: "2026-03-24",
      explanation: expect.stringContaining("7个工作日") as string,
      citations: [expect.stringContaining("行政处罚法") as string],
    });
  });

  it("tells people by message what waits for them, and nobody else", async () => {
    const texts = async (caller: Caller) =>
      (await caller.get("/api/messages")).json<{ rows: { text: string }[] }>().rows;
    expect(await texts(await api.as("legal-reviewer"))).toMatchObject([
      { text: "有一件列入告知待法制审核", caseId: company },
    ]);
    expect(JSON.stringify(await texts(officer))).toContain("告知书已通过法制审核");
    expect(await texts(await api.as("auditor"))).toEqual([]);
  });
});

async function readingsOf(caseId: string, userId: string): Promise<readonly string[]> {
  const { rows } = await api.deps.database.execute<{ purpose: string }>(
    sql`select purpose from readings where case_id = ${caseId} and user_id = ${userId}`,
  );
  return rows.map((row) => row.purpose);
}
