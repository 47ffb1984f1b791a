import {
  act,
  proposeListing,
  proposeNotListing,
  readCase,
  serveInPerson,
  signDecision,
} from "./case-acts.ts";
import { ApiRefusal, openSession, type Session } from "./http-session.ts";
import type { OpenedParty } from "./matter.ts";
import { readPartyCode } from "./read-party-code.ts";
import { endOf, type Stagecraft } from "./stagecraft.ts";

/** From the notice to the published decision. */
export async function listAtStart(craft: Stagecraft): Promise<void> {
  await giveNotice(craft);
  await hearDefense(craft);
  await decide(craft);
  await publish(craft);
}

async function giveNotice(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, company, representative, manager, moveTo, look } = craft;
  const parties = [company, representative, manager];
  for (const { caseId } of parties) {
    await act(people.officer, caseId, "submit-for-review");
    await act(people.reviewer, caseId, "approve-notice", { opinion: "事实清楚，同意告知" });
  }
  timeline.tell("2026-03-13", "法制审核", "同意告知（审核人未经办本案）");
  await look(company);
  await moveTo("2026-03-16");
  for (const { caseId } of parties) await serveInPerson(people.officer, caseId, "2026-03-16");
  timeline.tell("2026-03-16", "承办人", "三份告知书分别直接送达");
  for (const party of parties) {
    const file = await look(party);
    expect.same("陈述申辩期末日", endOf(file, "defense-window"), "2026-03-23");
  }
  await moveTo("2026-03-17");
  const early = await refusalOf(() => proposeListing(people.officer, company.caseId));
  expect.same("申辩期内拟办决定", early, "refused");
  timeline.tell("2026-03-17", "承办人", "申辩期内试拟决定：系统不予办理");
}

async function hearDefense(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, manager, moveTo, look } = craft;
  await moveTo("2026-03-20");
  const party = await enterPortal(craft, manager);
  await party.post(`/api/case-files/${manager.caseId}/acts/state-defense`, {
    points: ["本人只负责现场施工，不负责工资支付，也不掌握工资款项"],
    evidence: [],
    final: false,
  });
  timeline.tell("2026-03-20", "现场负责人", "凭查阅码登录，提出异议：不负责工资支付");
  const file = await look(manager);
  expect.same("异议答复期限", endOf(file, "objection-answer"), "2026-03-27");
  await moveTo("2026-03-25");
  const [point] = (await readCase(people.officer, manager.caseId)).statements.flatMap(
    (statement) => statement.points,
  );
  const reasons = "经核实劳动合同和任职文件，其不负责工资支付，意见成立";
  await act(people.officer, manager.caseId, "answer-defense", {
    answers: [{ pointId: point?.pointId ?? "", outcome: "accepted", reasons }],
  });
  await proposeNotListing(people.officer, manager.caseId, reasons);
  timeline.tell("2026-03-25", "承办人", "逐条核实：采纳异议，拟不予列入现场负责人");
}

async function decide(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, company, representative, manager, moveTo, look } = craft;
  await moveTo("2026-03-26");
  for (const { caseId } of [company, representative]) await proposeListing(people.officer, caseId);
  for (const { caseId } of [company, representative, manager]) {
    await act(people.reviewer, caseId, "approve-decision", { opinion: "同意" });
  }
  timeline.tell("2026-03-26", "法制审核", "审核三件决定，同意");
  await moveTo("2026-03-27");
  for (const { caseId } of [company, representative, manager]) {
    await signDecision(people.head, caseId);
  }
  timeline.tell("2026-03-27", "负责人", "签发：列入企业和法定代表人；不予列入现场负责人");
  for (const party of [company, representative]) {
    const file = await look(party);
    expect.same("决定送达期限", endOf(file, "decision-service"), "2026-04-08");
    expect.same("公示期限", endOf(file, "publication"), "2026-04-08");
    expect.same("列入期满日", endOf(file, "listing-end"), "2029-03-27");
  }
}

async function publish(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, company, representative, manager, moveTo, look } = craft;
  await moveTo("2026-04-02");
  for (const { caseId } of [company, representative, manager]) {
    await serveInPerson(people.officer, caseId, "2026-04-01");
  }
  timeline.tell("2026-04-01", "承办人", "决定书与信用修复告知书一并送达");
  await moveTo("2026-04-03");
  timeline.tell(
    "2026-04-02",
    "系统",
    "公示：企业在全部渠道；法定代表人只告知实施单位，不向社会公示",
  );
  const listed = await look(company);
  expect.same("复议期限", endOf(listed, "reconsideration"), "2026-06-01");
  expect.same("诉讼期限", endOf(listed, "litigation"), "2026-10-08");
  expect.same("开始公示", listed.publicationStartedOn, "2026-04-02");
  expect.same("企业的渠道", Object.keys(listed.receipts).sort(), [
    "city-credit-platform",
    "measure-implementers",
    "own-register",
  ]);
  const person = await look(representative);
  expect.same("法定代表人的渠道", Object.keys(person.receipts), ["measure-implementers"]);
  const dropped = await look(manager);
  expect.same("现场负责人", [dropped.stage, dropped.outcome], ["closed", "not-listed"]);
  const register = await people.officer.get<{ rows: readonly unknown[] }>(
    `/api/register?name=${encodeURIComponent("云雀示例")}`,
  );
  expect.same("公示页上的条目", register.rows.length, 1);
}

/** Reads the code off the served notice, as its addressee does, and signs in with it. */
export async function enterPortal(craft: Stagecraft, party: OpenedParty): Promise<Session> {
  const file = await readCase(craft.people.officer, party.caseId);
  const notice = file.papers.find((paper) => paper.kind === "prior-notice");
  const paperId = encodeURIComponent(notice?.paperId ?? "");
  const pdf = await craft.people.officer.getBytes(`/api/papers/${paperId}/file?copy=served`);
  return openSession(craft.url, { code: readPartyCode(pdf), factor: party.factor });
}

/** Whether something is refused; anything else that goes wrong is a fault. */
export async function refusalOf(work: () => Promise<unknown>): Promise<"refused" | "allowed"> {
  try {
    await work();
    return "allowed";
  } catch (error) {
    if (error instanceof ApiRefusal && error.problem.findings !== undefined) return "refused";
    throw error;
  }
}
