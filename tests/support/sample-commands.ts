import type { Role } from "../../domain/case-file/actor.ts";
import type { Command, CommandKind, CommandOf } from "../../domain/case-file/commands.ts";
import { findOpenHarmItems } from "../../domain/case-file/harm.ts";
import { findUnansweredPoints } from "../../domain/case-file/state.ts";
import { addDays, dayOf } from "../../domain/deadlines/calendar-day.ts";
import { act, type Scene } from "./case-builder.ts";
import {
  BIDDING_LIMIT,
  DECISION_TO_LIST,
  evidenceOf,
  GROUNDS,
  ORDER_TO_PAY,
} from "./case-content.ts";
import { annulment, repairApplication, scheduleOn, serviceOf } from "./case-stages.ts";
import { moment } from "./case-world.ts";

/** A well-formed command of each kind for the case as it stands, handed in on a day; whether it is lawful is not its business. */
export function sampleCommand(kind: CommandKind, scene: Scene, day: string): Command {
  return SAMPLES[kind](scene, day);
}

/** One sample act: who does it, on which day, of which kind. */
export type SampleStep = readonly [by: Role, day: string, kind: CommandKind];

/** Does sample acts one after the other; throws where one is refused. */
export function playSamples(start: Scene, steps: readonly SampleStep[]): Scene {
  return steps.reduce<Scene>(
    (scene, [by, day, kind]) => act(scene, by, day, sampleCommand(kind, scene, day)),
    start,
  );
}

type Samples = {
  readonly [Kind in CommandKind]: (scene: Scene, day: string) => CommandOf<Kind>;
};

const SAMPLES: Samples = {
  "record-basis-document": () => ({ kind: "record-basis-document", document: ORDER_TO_PAY }),
  "attach-evidence": (scene) => ({ kind: "attach-evidence", evidence: fresh(scene) }),
  "state-grounds": () => ({ kind: "state-grounds", grounds: GROUNDS }),
  "choose-measures": () => ({ kind: "choose-measures", measures: [BIDDING_LIMIT] }),
  "submit-for-review": () => ({ kind: "submit-for-review" }),
  "approve-notice": () => ({ kind: "approve-notice", opinion: "同意" }),
  "withdraw-notice": () => ({ kind: "withdraw-notice", reasons: "欠薪数额须更正" }),
  "refuse-notice": () => ({ kind: "refuse-notice", reasons: "不符合列入标准" }),
  "refuse-decision": () => ({ kind: "refuse-decision", reasons: "不符合列入标准" }),
  "return-notice": () => ({ kind: "return-notice", reasons: "请补充证据" }),
  "record-service-attempt": (_scene, day) => ({
    kind: "record-service-attempt",
    method: "post",
    attemptedOn: dayOf(moment(day)),
    result: "邮件退回",
  }),
  "agree-electronic-service": (scene, day) => ({
    kind: "agree-electronic-service",
    agreedOn: dayOf(moment(day)),
    consent: {
      purpose: "电子送达本案文书",
      endsOn: addDays(dayOf(moment(day)), 365),
      voluntary: true,
    },
    evidence: fresh(scene),
  }),
  "revoke-electronic-service": () => ({ kind: "revoke-electronic-service", remark: "" }),
  "confirm-service-address": (scene, day) => ({
    kind: "confirm-service-address",
    addressId: "address-1",
    confirmedOn: dayOf(moment(day)),
    electronic: true,
    evidence: fresh(scene),
  }),
  "consent-to-display": (scene, day) => ({
    kind: "consent-to-display",
    consentedOn: dayOf(moment(day)),
    consent: {
      purpose: "向社会公示本人的列入信息",
      endsOn: addDays(dayOf(moment(day)), 365),
      voluntary: true,
    },
    evidence: fresh(scene),
  }),
  "revoke-display-consent": () => ({ kind: "revoke-display-consent", remark: "" }),
  "publish-service-notice": (scene, day) => ({
    kind: "publish-service-notice",
    publishedOn: dayOf(moment(day)),
    place: "本机关公告栏、门户网站",
    reasons: "邮件退回，登记住所无人",
    evidence: fresh(scene),
  }),
  "record-service": serviceOf,
  "state-defense": () => ({
    kind: "state-defense",
    form: "portal",
    points: ["项目款尚未结算"],
    evidence: [],
    final: false,
  }),
  "waive-defense": (scene, day) => ({
    kind: "waive-defense",
    waivedOn: dayOf(moment(day)),
    form: "signed-form",
    evidence: fresh(scene),
  }),
  "request-hearing": () => ({
    kind: "request-hearing",
    form: "portal",
    reasons: "对拖欠数额有异议",
  }),
  "waive-hearing": (scene, day) => ({
    kind: "waive-hearing",
    waivedOn: dayOf(moment(day)),
    form: "signed-form",
    evidence: fresh(scene),
  }),
  "schedule-hearing": (scene, day) => scheduleOn(addDays(dayOf(moment(day)), 20), scene),
  "object-to-presider": () => ({ kind: "object-to-presider", reasons: "与申请人有亲属关系" }),
  "answer-presider-objection": () => ({
    kind: "answer-presider-objection",
    outcome: "denied",
    reasons: "没有直接利害关系",
  }),
  "hold-hearing": (scene) => ({
    kind: "hold-hearing",
    attendance: "attended",
    attendees: "【虚构】代理人、调查人员",
    investigation: "拖欠18人工资，限期未支付",
    points: ["拖欠数额有误"],
    signature: "signed",
    remark: "",
    evidence: fresh(scene),
  }),
  "answer-defense": (scene) => ({
    kind: "answer-defense",
    answers: findUnansweredPoints(scene.file).map((pointId) => ({
      pointId,
      outcome: "not-accepted",
      reasons: "结算争议不影响支付工资的义务",
    })),
  }),
  "propose-decision": () => ({ kind: "propose-decision", proposal: DECISION_TO_LIST }),
  "approve-decision": () => ({ kind: "approve-decision", opinion: "同意" }),
  "return-decision": () => ({ kind: "return-decision", reasons: "请补充理由" }),
  "record-upper-consent": (scene, day) => ({
    kind: "record-upper-consent",
    organ: "【虚构】梧州市人力资源和社会保障局",
    number: "梧人社函〔2026〕1号",
    consentedOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "record-deliberation": (scene, day) => ({
    kind: "record-deliberation",
    heldOn: dayOf(moment(day)),
    attendees: "负责人、分管负责人",
    opinions: "一致同意拟办意见",
    conclusion: scene.file.proposal?.outcome ?? "list",
    evidence: fresh(scene),
  }),
  "sign-decision": (scene) => ({
    kind: "sign-decision",
    draftHash: scene.file.proposal?.draftHash ?? "",
  }),
  "return-from-sign-off": () => ({ kind: "return-from-sign-off", reasons: "请核对措施" }),
  "record-fulfilment": (scene, day) => ({
    kind: "record-fulfilment",
    fulfilledOn: dayOf(moment(day)),
    remark: "工资已全部支付",
    evidence: fresh(scene),
  }),
  "move-to-pack-version": () => ({
    kind: "move-to-pack-version",
    version: "next",
    reasons: "新版延长了陈述申辩期限",
  }),
  "choose-conflicting-source": () => ({
    kind: "choose-conflicting-source",
    sourceId: "order36",
    reasons: "全国统一规则",
  }),
  "apply-for-repair": (scene) => repairApplication(`pledge-${String(scene.events.length)}`),
  "accept-repair": () => ({ kind: "accept-repair", opinion: "受理" }),
  "refuse-repair": () => ({ kind: "refuse-repair", reasons: "未满最短公示期" }),
  "grant-repair": () => ({ kind: "grant-repair", reasons: "符合修复条件" }),
  "deny-repair": () => ({ kind: "deny-repair", reasons: "未满最短公示期" }),
  "hold-removal": () => ({ kind: "hold-removal", reasons: "还有投诉" }),
  "register-remedy": (scene, day) => ({
    kind: "register-remedy",
    remedy: "reconsideration",
    organ: "【虚构】苍梧县人民政府",
    number: "苍政复〔2026〕1号",
    receivedOn: dayOf(moment(day)),
    simplified: false,
    evidence: fresh(scene),
  }),
  "answer-remedy": (scene, day) => ({
    kind: "answer-remedy",
    answeredOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "suspend-enforcement": (scene, day) => ({
    kind: "suspend-enforcement",
    number: "苍政复停〔2026〕1号",
    orderedOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "resume-enforcement": (scene, day) => ({
    kind: "resume-enforcement",
    number: "苍政复恢〔2026〕1号",
    resumedOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "record-remedy-outcome": (scene, day) => ({
    kind: "record-remedy-outcome",
    outcome: "upheld",
    number: "苍政复决字〔2026〕2号",
    decidedOn: dayOf(moment(day)),
    keptMeasureIds: [],
    evidence: fresh(scene),
  }),
  "object-to-record": (scene) => ({
    kind: "object-to-record",
    raisedBy: "party",
    item: "facts",
    statement: "拖欠人数有误",
    evidence: [fresh(scene)],
  }),
  "verify-objection": (scene) => ({
    kind: "verify-objection",
    outcome: "corrected",
    findings: "经核对工资台账，人数有误",
    corrected: {
      grounds: "拖欠28名农民工工资，经责令支付逾期不支付",
      removalConditions: scene.file.proposal?.removalConditions ?? "",
      removalProcedure: scene.file.proposal?.removalProcedure ?? "",
      keptMeasureIds: (scene.file.proposal?.measures ?? []).map((each) => each.rowId),
    },
    evidence: [fresh(scene)],
  }),
  "answer-objection": () => ({ kind: "answer-objection", reasons: "同意核实意见" }),
  "return-objection": () => ({ kind: "return-objection", reasons: "没有核对考勤记录" }),
  "record-basis-annulled": (_scene, day) => annulment(day),
  "sign-annulment": () => ({ kind: "sign-annulment", reasons: "依据文书被撤销" }),
  "settle-harm-item": (scene) => ({
    kind: "settle-harm-item",
    itemId: findOpenHarmItems(scene.file.harmItems)[0]?.itemId ?? "clarification",
    result: "已经逐一核对并取得确认",
    evidence: fresh(scene),
  }),
  "certify-harm-repair": () => ({ kind: "certify-harm-repair", statement: "列入有误，特此致歉" }),
  "propose-restoration": (scene) => ({
    kind: "propose-restoration",
    reasons: "支付凭证系伪造，经银行核实没有付款",
    evidence: [fresh(scene)],
  }),
  "review-restoration": () => ({ kind: "review-restoration", agrees: true, opinion: "同意" }),
  "restore-listing": () => ({ kind: "restore-listing", reasons: "移出所依据的材料不实" }),
  "end-restoration": () => ({ kind: "end-restoration", reasons: "查无实据" }),
  "suspend-for-reorganization": (scene, day) => ({
    kind: "suspend-for-reorganization",
    court: "【虚构】梧州市中级人民法院",
    number: "（2026）桂04破1号之一",
    ruledOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "resume-after-reorganization": (scene, day) => ({
    kind: "resume-after-reorganization",
    endedOn: dayOf(moment(day)),
    reasons: "重整计划执行完毕",
    evidence: fresh(scene),
  }),
  "extend-deadline": () => ({
    kind: "extend-deadline",
    termId: "repair-decision",
    days: 5,
    article: "示例条款",
    reasons: "须向银行核查",
  }),
  "pause-deadline": () => ({
    kind: "pause-deadline",
    termId: "decision",
    article: "示例条款",
    reasons: "等待检验结果",
  }),
  "resume-deadline": () => ({
    kind: "resume-deadline",
    termId: "decision",
    reasons: "检验结果已经取得",
  }),
  "hand-over-case": () => ({
    kind: "hand-over-case",
    officerId: "officer-2",
    reasons: "原承办人调离",
  }),
  "object-to-officer": () => ({ kind: "object-to-officer", reasons: "与举报人是近亲属" }),
  "answer-officer-objection": () => ({
    kind: "answer-officer-objection",
    outcome: "granted",
    reasons: "经查属实",
    officerId: "officer-2",
  }),
  "record-party-ended": (scene, day) => ({
    kind: "record-party-ended",
    endedOn: dayOf(moment(day)),
    evidence: fresh(scene),
  }),
  "transfer-case": () => ({
    kind: "transfer-case",
    organ: "【虚构】藤县人力资源和社会保障局",
    reasons: "用人单位住所和违法行为均在藤县",
  }),
  "withdraw-case": () => ({ kind: "withdraw-case", reasons: "当事人已全部支付" }),
};

function fresh(scene: Scene) {
  return evidenceOf(`evidence-${String(scene.events.length)}`);
}
