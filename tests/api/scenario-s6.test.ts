import { randomUUID } from "node:crypto";
import { asc, eq, sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { findChainFaults } from "../../records/verify-chain.ts";
import { registryEvents } from "../../schema/index.ts";
import { listAdoptionId } from "../../workflows/messages.ts";
import { findFlaws, FLAWLESS } from "../support/html-checks.ts";
import { recordRuns } from "../support/record-histories.ts";
import { startRunningApi, type Caller, type RunningApi } from "../support/running-api.ts";

// Scenario S6: an invented list of this place alone, from a refused entry in the registry to its adoption. Demo clock at 2026-11-23.

let api: RunningApi;
let supervisor: Caller;
let legalOfficer: Caller;
let adoptionId: string;

beforeAll(async () => {
  api = await startRunningApi("2026-11-23");
  supervisor = await api.as("supervisor");
  legalOfficer = await api.as("legal-officer");
});
afterAll(async () => {
  await api.stop();
});

const PATH = "/api/list-adoptions";
const NAME = "【虚构】恶意投诉人严重失信名单";
const REGIONAL = {
  name: "【虚构】广西壮族自治区示例条例",
  number: "【虚构】公告第1号",
  article: "第三十条",
  rank: "local-regulation",
  organ: "regional-congress",
  matter: "another-matter",
  inForceFrom: "2026-06-01",
  inForceTo: null,
};
const PROPOSAL = {
  code: "malicious-complaints",
  listName: NAME,
  proposer: "【虚构】示例局",
  area: 2,
  basis: REGIONAL,
};
const CRITERIA = {
  criteria: [{ title: "一年内三次以上捏造事实投诉", article: "第三十一条", group: "all" }],
  removalConditions: "列入满一年并改正",
  removalProcedure: "书面申请，十个工作日内决定",
  remedyMeasures: "可以申请行政复议或者提起行政诉讼",
};
const OPEN = { openedOn: "2026-11-24", place: "https://example.invalid/comment" };

interface Answer {
  readonly status: number;
  readonly rules: readonly string[];
  readonly words: string;
}

async function answerOf(response: Awaited<ReturnType<Caller["post"]>>): Promise<Answer> {
  const { findings = [] } = response.json<{ findings?: { ruleId: string; missing: string }[] }>();
  return Promise.resolve({
    status: response.statusCode,
    rules: findings.map((each) => each.ruleId),
    words: findings.map((each) => each.missing).join("；"),
  });
}

async function register(body: object): Promise<Answer> {
  const response = await supervisor.post(PATH, body);
  if (response.statusCode === 201) adoptionId = response.json<{ subjectId: string }>().subjectId;
  return answerOf(response);
}

async function act(kind: string, body: object, caller = supervisor): Promise<Answer> {
  return answerOf(await caller.post(`${PATH}/${adoptionId}/acts/${kind}`, body));
}

async function proof(title: string, caller = supervisor): Promise<object> {
  return { uploadId: await caller.hand(title), title, kind: "document" };
}

const close = async (closedOn: string) =>
  act("close-comment", {
    closedOn,
    received: 3,
    digest: "采纳二条，其余说明了理由",
    evidence: await proof("意见汇总"),
  });

const publish = async (site: string, capturedOn: string) =>
  act("publish-criteria", {
    ...{ site, url: `https://example.invalid/${site}`, capturedOn },
    evidence: await proof("网页留存件"),
  });

const consult = async (group: string) =>
  act("record-consultation", {
    ...{ group, consulted: "【虚构】示例单位", consultedOn: "2026-11-24", result: "没有不同意见" },
    evidence: await proof("征求意见函"),
  });

interface View {
  readonly stage: string;
  readonly missing: readonly { ruleId: string }[];
  readonly steps: readonly { type: string }[];
  readonly adoption: {
    comment: { earliestCloseOn: string; isOver: boolean };
    captures: { evidence: { evidenceId: string } }[];
  };
}

const read = async (): Promise<View> =>
  (await supervisor.get(`${PATH}/${adoptionId}`)).json<View>();

describe("S6 an invented list of this place alone", { timeout: 120_000 }, () => {
  it("2026-11-23 its entry is refused: none of the four areas, and the rank of its basis is too low", async () => {
    const basis = {
      ...REGIONAL,
      name: "【虚构】恶意投诉人管理办法",
      rank: "normative-document",
      organ: "another-organ",
    };
    const { status, rules, words } = await register({ ...PROPOSAL, area: null, basis });
    expect(status).toBe(409);
    expect(rules).toEqual(["R11", "R14"]);
    expect(words).toContain("没有归入四类领域中的任何一类");
    expect(words).toContain("是规范性文件，不是地方性法规");
    const kept = await api.cases.database.execute(
      sql`select refused_at::date::text as day from refusals where act = 'register-list'`,
    );
    expect(kept.rows).toEqual([{ day: "2026-11-23" }]);
  });

  it("entered again with a draft of a Wuzhou regulation on 市场秩序, it is refused: outside 立法法 81", async () => {
    const basis = {
      ...REGIONAL,
      name: "【虚构】梧州市市场秩序条例（草案）",
      organ: "city-congress",
      inForceFrom: null,
    };
    const { status, rules, words } = await register({ ...PROPOSAL, basis });
    expect(status).toBe(409);
    expect(new Set(rules)).toEqual(new Set(["R14"]));
    expect(words).toContain("不在设区的市可以制定地方性法规的范围之内");
    expect(words).toContain("还是草案");
  });

  it("entered again with an invented regulation of the region, it is taken, once for one key", async () => {
    const key = randomUUID();
    const first = await supervisor.post(PATH, PROPOSAL, key);
    expect(first.statusCode, first.body).toBe(201);
    expect((await supervisor.post(PATH, PROPOSAL, key)).json()).toEqual(first.json());
    expect((await supervisor.post(PATH, { ...PROPOSAL, area: 3 }, key)).statusCode).toBe(422);
    adoptionId = first.json<{ subjectId: string }>().subjectId;
    expect(await register(PROPOSAL)).toMatchObject({ status: 422 });
    expect(await read()).toMatchObject({ stage: "consultation" });
  });

  it("is for the supervisor and the legal officer alone", async () => {
    for (const role of ["case-officer", "legal-reviewer", "head", "auditor"] as const) {
      const caller = await api.as(role);
      expect((await caller.post(PATH, PROPOSAL)).statusCode, role).toBe(403);
      expect(await act("state-criteria", CRITERIA, caller)).toMatchObject({ status: 403 });
    }
    expect(await act("open-comment", OPEN, legalOfficer)).toMatchObject({ status: 403 });
    expect((await api.app.inject({ url: PATH })).statusCode).toBe(401);
  });

  it("criteria without the section on removal are refused (R16)", async () => {
    const without = await act("state-criteria", { ...CRITERIA, removalConditions: "" });
    expect(without).toMatchObject({ status: 409, rules: ["R16"] });
    expect(without.words).toBe("认定标准没有载明移出条件");
    expect(await act("state-criteria", CRITERIA)).toMatchObject({ status: 200 });
  });

  it("2026-11-24 public comment opens; its earliest close is 2026-12-24", async () => {
    expect(await act("open-comment", OPEN)).toMatchObject({ status: 422 });
    await api.cases.moveClockTo("2026-11-24T09:00:00+08:00");
    expect(await act("open-comment", OPEN)).toMatchObject({ status: 200 });
    expect((await read()).adoption.comment.earliestCloseOn).toBe("2026-12-24");
  });

  it("closed 2026-12-18, it is refused (R15); adopted then, it is refused for all that is missing", async () => {
    await api.cases.moveClockTo("2026-12-18T09:00:00+08:00");
    const early = await close("2026-12-18");
    expect(early).toMatchObject({ status: 409, rules: ["R15"] });
    expect(early.words).toContain("至2026年12月18日不满三十日");
    const adopted = await act("adopt-list", {}, legalOfficer);
    expect(adopted).toMatchObject({ status: 409, rules: ["R15", "R16"] });
    expect(adopted.words).toContain(
      "有关部门、相关市场主体、行业协会商会、法律服务机构、专家学者、社会公众",
    );
  });

  it("closed 2026-12-24, the thirtieth day, it is taken; on 2026-12-23 it is not", async () => {
    await api.cases.moveClockTo("2026-12-24T09:00:00+08:00");
    expect(await close("2026-12-23")).toMatchObject({ status: 409, rules: ["R15"] });
    expect((await read()).adoption.comment.isOver).toBe(false);
    const groups = ["departments", "market-subjects", "associations", "legal-services", "experts"];
    for (const group of groups) expect(await consult(group)).toMatchObject({ status: 200 });
    expect(await close("2026-12-24")).toMatchObject({ status: 200 });
  });

  it("on three sites only, it is refused (R16); on all four it is adopted, on 2026-12-25", async () => {
    for (const site of ["city-portal", "credit-china-wuzhou", "credit-china-guangxi"]) {
      expect(await publish(site, "2026-12-24")).toMatchObject({ status: 200 });
    }
    await api.cases.moveClockTo("2026-12-25T09:00:00+08:00");
    const three = await act("adopt-list", {}, legalOfficer);
    expect(three).toMatchObject({ status: 409, rules: ["R16"] });
    expect(three.words).toBe("认定标准没有在以下网站公开：信用中国网站");
    expect(await publish("credit-china", "2026-12-26")).toMatchObject({ status: 422 });
    expect(await publish("credit-china", "2026-12-25")).toMatchObject({ status: 200 });
    expect((await read()).missing).toEqual([]);
    expect(await act("adopt-list", {})).toMatchObject({ status: 403 });
    expect(await act("adopt-list", {}, legalOfficer)).toMatchObject({ status: 200 });
    expect(await act("adopt-list", {}, legalOfficer)).toMatchObject({ status: 409 });
  });

  it("then has a pack as a draft, on which no case is opened before its values are entered", async () => {
    const listId = encodeURIComponent("local/malicious-complaints");
    const pack = await supervisor.get(`/api/law-packs/${listId}`);
    expect(pack.json()).toMatchObject({ listName: NAME, state: "draft", activeVersion: null });
    const { version } = pack.json<{ version: string }>();
    const approved = await supervisor.post(`/api/law-packs/${listId}/approvals`, { version });
    expect(approved.statusCode).toBe(409);
    expect(approved.body).toContain("陈述申辩期限没有数值");
  });

  it("leaves every step on a chain, its proof in reach, and its workflow at its end", async () => {
    const subject = `list-adoption/${adoptionId}`;
    const links = await api.cases.database
      .select()
      .from(registryEvents)
      .where(eq(registryEvents.subject, subject))
      .orderBy(asc(registryEvents.seq));
    const head = { version: links.length, chainHead: links.at(-1)?.hash ?? "" };
    expect(findChainFaults(subject, links, head)).toEqual([]);
    const { steps, adoption } = await read();
    expect(steps.map((each) => each.type)).toEqual(links.map((link) => link.type));
    expect(steps.at(-1)?.type).toBe("ListAdopted");
    const evidenceId = adoption.captures[0]?.evidence.evidenceId ?? "";
    const file = await supervisor.get(`${PATH}/${adoptionId}/evidence/${evidenceId}`);
    expect(file.body).toContain("网页留存件");
    const handle = api.cases.client.workflow.getHandle(listAdoptionId(adoptionId));
    const statusOf = async () => (await handle.describe()).status.name;
    await expect.poll(statusOf, { timeout: 30_000 }).toBe("COMPLETED");
    await recordRuns(api.cases, "list-adoption", listAdoptionId(adoptionId));
  });

  it("stands on pages that say what is missing", async () => {
    const list = await supervisor.get("/law/adoptions");
    expect(findFlaws(list.body)).toEqual(FLAWLESS);
    expect(list.body).toContain(NAME);
    const page = await supervisor.get(`/law/adoptions/${adoptionId}`);
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect(page.body).toContain("2026年12月24日");
    expect(page.body).toContain("信用中国（广西梧州）网站");
  });
});

describe("a comment period that nobody closes", { timeout: 120_000 }, () => {
  it("passes by itself at the end of its thirtieth day, in a workflow that waits for it", async () => {
    const body = { ...PROPOSAL, code: "second", area: 1 };
    adoptionId = (await supervisor.post(PATH, body)).json<{ subjectId: string }>().subjectId;
    await act("state-criteria", CRITERIA);
    await act("open-comment", { ...OPEN, openedOn: "2026-12-25" });
    expect((await read()).adoption.comment.earliestCloseOn).toBe("2027-01-24");
    const moved = await supervisor.post("/api/clock/moves", { to: "2027-01-24" });
    expect(moved.json()).toMatchObject({ unsettled: 0 });
    expect((await read()).adoption.comment.isOver).toBe(false);
    await supervisor.post("/api/clock/moves", { to: "2027-01-25" });
    expect((await read()).adoption.comment.isOver).toBe(true);
    expect((await read()).steps.at(-1)).toMatchObject({ type: "CommentPeriodPassed" });
    await api.cases.restartWorkers();
    expect(await act("abandon-list", { reasons: "" })).toMatchObject({ status: 422 });
    expect(await act("abandon-list", { reasons: "不再需要" })).toMatchObject({ status: 200 });
    expect((await read()).stage).toBe("abandoned");
    expect((await supervisor.post(PATH, body)).statusCode).toBe(201);
  });

  it("is filled in on pages as well, with refusals and errors where they belong", async () => {
    const send = (url: string, fields: Record<string, string>) =>
      api.app.inject({
        method: "POST",
        url,
        cookies: { ...supervisor.cookies },
        headers: { "content-type": "application/x-www-form-urlencoded" },
        payload: new URLSearchParams({
          ...fields,
          _csrf: supervisor.csrfToken,
          _key: randomUUID(),
        }).toString(),
      });
    const basis = { ...REGIONAL, inForceTo: "" };
    const form = { ...PROPOSAL, ...basis, area: "2", code: "third", basis: "" };
    const refused = await send("/law/adoptions", { ...form, rank: "government-rule" });
    expect(refused.statusCode).toBe(409);
    expect(refused.body).toContain("不是地方性法规");
    expect((await send("/law/adoptions", { ...form, listName: "" })).statusCode).toBe(422);
    const entered = await send("/law/adoptions", form);
    expect(entered.statusCode).toBe(303);
    const home = String(entered.headers.location).split("?")[0] ?? "";
    const sections = {
      removalConditions: "满一年",
      removalProcedure: "申请",
      remedyMeasures: "复议",
    };
    const wrong = await send(`${home}/acts/state-criteria`, { ...sections, criteria: "没有条款" });
    expect(wrong.statusCode).toBe(422);
    expect(wrong.body).toContain("应写成：条款｜标准");
    const criteria = "第三十一条｜捏造事实投诉\n或 第三十二条｜以投诉牟利";
    const unlawful = await send(`${home}/acts/state-criteria`, {
      ...sections,
      criteria,
      remedyMeasures: "",
    });
    expect(unlawful.statusCode).toBe(409);
    expect(unlawful.body).toContain("认定标准没有载明救济措施");
    expect((await send(`${home}/acts/state-criteria`, { ...sections, criteria })).statusCode).toBe(
      303,
    );
    const page = await supervisor.get(home);
    expect(findFlaws(page.body)).toEqual(FLAWLESS);
    expect(page.body).toContain("以投诉牟利");
  });
});
