import { act, readCase } from "./case-acts.ts";
import { uploadText } from "./matter.ts";
import { enterPortal, refusalOf } from "./s1-notice.ts";
import { endOf, type Stagecraft } from "./stagecraft.ts";

/** From payment to the end of both listings. */
export async function listAtEnd(craft: Stagecraft): Promise<void> {
  await pay(craft);
  await askTooEarly(craft);
  await askAgain(craft);
  await expire(craft);
}

async function pay(craft: Stagecraft): Promise<void> {
  const { people, timeline, company, representative, moveTo } = craft;
  await moveTo("2026-04-22");
  for (const { caseId } of [company, representative]) {
    const uploadId = await uploadText(people.officer, "支付凭证.txt", "工资已全部支付");
    await act(people.officer, caseId, "record-fulfilment", {
      fulfilledOn: "2026-04-22",
      remark: "拖欠工资已全部支付",
      evidence: { uploadId, title: "工资支付凭证", kind: "document" },
    });
  }
  timeline.tell("2026-04-22", "承办人", "登记：拖欠工资已全部支付");
}

async function applyInPortal(craft: Stagecraft): Promise<void> {
  const { representative } = craft;
  const party = await enterPortal(craft, representative);
  const uploadId = await uploadText(party, "信用承诺书.txt", "承诺守法用工");
  await party.post(`/api/case-files/${representative.caseId}/acts/apply-for-repair`, {
    statement: "拖欠工资已全部支付，申请提前移出",
    pledge: { uploadId, title: "信用承诺书", kind: "statement" },
    evidence: [],
  });
}

async function askTooEarly(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, representative, moveTo, look } = craft;
  const { caseId } = representative;
  await moveTo("2026-10-22");
  await applyInPortal(craft);
  timeline.tell("2026-10-22", "法定代表人", "凭查阅码登录，申请提前移出（整改满六个月）");
  const reasons = "未达到最短公示期限，暂不能受理";
  const unchosen = await refusalOf(() => act(people.officer, caseId, "refuse-repair", { reasons }));
  expect.same("依据冲突未选择前作出处理", unchosen, "refused");
  await act(people.legalOfficer, caseId, "choose-conflicting-source", {
    sourceId: "order36",
    reasons: "全国统一规则施行在后，严重失信信息最短公示一年；部门规章的六个月短于该期限，从严适用",
  });
  timeline.tell("2026-10-22", "法制负责人", "依据冲突：六个月与一年；说明理由，选择一年");
  await act(people.officer, caseId, "refuse-repair", { reasons });
  timeline.tell("2026-10-22", "承办人", "不予受理，并告知可再次申请之日");
  const file = await look(representative);
  const [first] = file.repairs;
  expect.same("第一次申请", [first?.status, first?.mayAskFrom], ["refused", "2027-03-27"]);
}

async function askAgain(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, representative, moveTo, look } = craft;
  const { caseId } = representative;
  await moveTo("2027-03-29");
  await applyInPortal(craft);
  timeline.tell("2027-03-29", "法定代表人", "再次申请提前移出");
  const asked = await look(representative);
  expect.same("受理期限", endOf(asked, "repair-acceptance", 1), "2027-04-01");
  expect.same("办结期限", endOf(asked, "repair-decision", 1), "2027-04-14");
  await act(people.officer, caseId, "accept-repair", { opinion: "符合受理条件" });
  await moveTo("2027-04-06");
  await act(people.head, caseId, "grant-repair", { reasons: "义务已全部履行，最短公示期已满" });
  timeline.tell("2027-04-06", "负责人", "签发移出决定");
  await moveTo("2027-04-07");
  const removed = await look(representative);
  expect.same("法定代表人移出", removed.removal?.removedOn, "2027-04-06");
  expect.same("法定代表人案件", [removed.stage, removed.removal?.by], ["closed", "repair"]);
}

async function expire(craft: Stagecraft): Promise<void> {
  const { people, timeline, expect, company, moveTo, look } = craft;
  await moveTo("2029-03-27");
  const last = await readCase(people.officer, company.caseId);
  expect.same("期满最后一日", last.stage, "published");
  await moveTo("2029-03-28");
  timeline.tell(
    "2029-03-28",
    "系统",
    "列入期限届满，0时自动移出，出具证明，全部渠道和实施单位回执",
  );
  const closed = await look(company);
  expect.same(
    "企业移出",
    [closed.removal?.by, closed.removal?.removedOn],
    ["expiry", "2029-03-28"],
  );
  expect.same("企业案件", closed.stage, "closed");
  const versions = Object.values(closed.receipts).map((receipt) => receipt.version);
  expect.same("移出回执", versions, [2, 2, 2]);
}
