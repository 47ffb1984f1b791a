import type { ActEntry } from "./act-entry.ts";
import { AFTER_LISTING_ACTS } from "./after-listing-acts.ts";
import type { CommandKind } from "./commands.ts";
import { LIVE_STAGES, STAGES_BEFORE_DECISION, STAGES_UNTIL_REMOVAL, type Stage } from "./stages.ts";

const SERVICE: readonly Stage[] = ["notice-service", "hearing", "decision-service", "restoration"];

/** From the notice on, and as long as the listing can be shown. */
const KNOWN_TO_PARTY: readonly Stage[] = [
  ...STAGES_UNTIL_REMOVAL.filter((stage) => stage !== "draft" && stage !== "notice-legal-review"),
  "restoration",
];

/** A party that knows of the case may object to the officer as long as something is to be decided. */
const STAGES_WITH_PARTY: readonly Stage[] = [...STAGES_BEFORE_DECISION, "restoration"];

/** The one table of what may happen in which stage and by whom (何时可办何事、由谁办理). */
export const ACT_TABLE: Readonly<Record<CommandKind, ActEntry>> = {
  "record-basis-document": {
    title: "登记认定依据文书",
    roles: ["case-officer"],
    stages: ["draft"],
  },
  "attach-evidence": {
    title: "补充证据",
    roles: ["case-officer"],
    stages: [...STAGES_UNTIL_REMOVAL, "restoration"],
    anyTime: true,
  },
  "state-grounds": { title: "填写事由与认定标准", roles: ["case-officer"], stages: ["draft"] },
  "choose-measures": { title: "选择失信惩戒措施", roles: ["case-officer"], stages: ["draft"] },
  "submit-for-review": { title: "提交法制审核", roles: ["case-officer"], stages: ["draft"] },
  "approve-notice": {
    title: "审核同意告知",
    roles: ["legal-reviewer"],
    stages: ["notice-legal-review"],
  },
  "return-notice": {
    title: "退回补正",
    roles: ["legal-reviewer"],
    stages: ["notice-legal-review"],
  },
  "refuse-notice": {
    title: "审核不同意告知",
    roles: ["legal-reviewer"],
    stages: ["notice-legal-review"],
  },
  // What was told may turn out to be wrong at any time before the decision is drafted.
  "withdraw-notice": {
    title: "撤回告知，更正后重新告知",
    roles: ["case-officer"],
    stages: ["notice-service", "defense", "hearing", "verification"],
    anyTime: true,
  },
  "record-service-attempt": { title: "登记未成功的送达", roles: ["case-officer"], stages: SERVICE },
  "agree-electronic-service": {
    title: "登记电子送达书面同意",
    roles: ["case-officer"],
    stages: LIVE_STAGES,
    anyTime: true,
  },
  "revoke-electronic-service": {
    title: "撤回电子送达同意",
    roles: ["party", "case-officer"],
    stages: LIVE_STAGES,
    anyTime: true,
    hasObject: (file) => file.electronicServiceAgreedOn !== null,
  },
  "confirm-service-address": {
    title: "确认送达地址",
    roles: ["party", "case-officer"],
    stages: LIVE_STAGES,
    anyTime: true,
  },
  "consent-to-display": {
    title: "同意向社会公示",
    roles: ["party", "case-officer"],
    stages: KNOWN_TO_PARTY,
    anyTime: true,
    partyKind: "natural-person",
  },
  "revoke-display-consent": {
    title: "撤回公示的同意",
    roles: ["party", "case-officer"],
    stages: KNOWN_TO_PARTY,
    anyTime: true,
    partyKind: "natural-person",
    hasObject: (file) => file.displayConsent != null,
  },
  "publish-service-notice": { title: "公告送达", roles: ["case-officer"], stages: SERVICE },
  "record-service": { title: "登记送达及回证", roles: ["case-officer"], stages: SERVICE },
  // A party may answer a notice that is in its hands before anybody has recorded its service.
  "state-defense": {
    title: "陈述申辩",
    roles: ["party", "case-officer"],
    stages: ["notice-service", "defense", "restoration"],
  },
  "waive-defense": {
    title: "明示放弃陈述申辩",
    roles: ["party", "case-officer"],
    stages: ["defense", "restoration"],
  },
  // The days to ask for a hearing can outlast the window of the defense.
  "request-hearing": {
    title: "申请听证",
    roles: ["party", "case-officer"],
    stages: ["notice-service", "defense", "verification"],
  },
  "waive-hearing": {
    title: "放弃或者撤回听证",
    roles: ["party", "case-officer"],
    stages: ["defense", "hearing", "verification"],
  },
  // The presider fixes the date under his own account, so that the rule on who may preside can hold him to it.
  "schedule-hearing": {
    title: "确定或者变更听证安排",
    roles: ["legal-reviewer", "legal-officer"],
    stages: ["hearing"],
  },
  "object-to-presider": {
    title: "申请听证主持人回避",
    roles: ["party", "case-officer"],
    stages: ["hearing"],
  },
  "answer-presider-objection": {
    title: "决定听证主持人是否回避",
    roles: ["head"],
    stages: ["hearing"],
  },
  "hold-hearing": {
    title: "登记听证笔录",
    roles: ["legal-reviewer", "legal-officer"],
    stages: ["hearing"],
  },
  "answer-defense": {
    title: "逐条核实答复",
    roles: ["case-officer"],
    stages: ["verification", "restoration"],
  },
  "propose-decision": { title: "拟办决定", roles: ["case-officer"], stages: ["verification"] },
  "approve-decision": {
    title: "审核同意决定",
    roles: ["legal-reviewer"],
    stages: ["decision-legal-review"],
  },
  "return-decision": {
    title: "退回重新拟办",
    roles: ["legal-reviewer"],
    stages: ["decision-legal-review"],
  },
  "refuse-decision": {
    title: "审核不同意决定",
    roles: ["legal-reviewer"],
    stages: ["decision-legal-review"],
  },
  "record-upper-consent": {
    title: "登记上级机关同意",
    roles: ["case-officer"],
    stages: ["upper-consent"],
  },
  "record-deliberation": {
    title: "登记集体讨论",
    roles: ["case-officer"],
    stages: ["upper-consent", "sign-off"],
  },
  "sign-decision": { title: "签发决定", roles: ["head"], stages: ["sign-off"] },
  "return-from-sign-off": { title: "退回拟办", roles: ["head"], stages: ["sign-off"] },
  ...AFTER_LISTING_ACTS,
  "move-to-pack-version": {
    title: "改按新版规则包办理",
    roles: ["legal-officer"],
    stages: STAGES_BEFORE_DECISION,
    anyTime: true,
  },
  "extend-deadline": {
    title: "延长办理期限",
    roles: ["legal-officer"],
    stages: LIVE_STAGES,
    anyTime: true,
  },
  "pause-deadline": {
    title: "中止办理期限",
    roles: ["legal-officer"],
    stages: STAGES_BEFORE_DECISION,
    anyTime: true,
  },
  "resume-deadline": {
    title: "恢复计算办理期限",
    roles: ["legal-officer"],
    stages: STAGES_BEFORE_DECISION,
  },
  "hand-over-case": {
    title: "移交承办",
    roles: ["head", "supervisor"],
    stages: LIVE_STAGES,
    anyTime: true,
  },
  "object-to-officer": {
    title: "申请承办人回避",
    roles: ["party", "case-officer"],
    stages: STAGES_WITH_PARTY,
    anyTime: true,
  },
  "answer-officer-objection": {
    title: "决定承办人是否回避",
    roles: ["head"],
    stages: STAGES_WITH_PARTY,
  },
  "record-party-ended": {
    title: "登记当事人死亡、终止",
    roles: ["case-officer"],
    stages: [...STAGES_BEFORE_DECISION, "decision-service"],
    anyTime: true,
  },
  "transfer-case": {
    title: "移送有权机关",
    roles: ["case-officer"],
    stages: STAGES_BEFORE_DECISION,
    anyTime: true,
  },
  "withdraw-case": {
    title: "终止认定程序",
    roles: ["case-officer"],
    stages: STAGES_BEFORE_DECISION,
    anyTime: true,
  },
};

/** Every kind of act, in the order of the table. */
export const COMMAND_KINDS: readonly CommandKind[] = Object.keys(ACT_TABLE).filter(isCommandKind);

/** Says whether a text names an act. */
export function isCommandKind(text: string): text is CommandKind {
  return Object.hasOwn(ACT_TABLE, text);
}
