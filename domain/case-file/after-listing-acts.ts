import type { ActEntry } from "./act-entry.ts";
import { STAGES_AFTER_PUBLICATION, STAGES_AFTER_THE_END, STAGES_UNTIL_REMOVAL } from "./stages.ts";

/** What may happen to a listing: fulfilment, repair, remedies, objections, its end and its undoing (列入之后的办理事项). */
export const AFTER_LISTING_ACTS = {
  "record-fulfilment": {
    title: "登记履行义务情况",
    roles: ["case-officer"],
    stages: STAGES_UNTIL_REMOVAL,
    anyTime: true,
  },
  "choose-conflicting-source": {
    title: "选择适用的提前移出期限",
    roles: ["legal-officer"],
    stages: ["published"],
  },
  "apply-for-repair": {
    title: "申请信用修复",
    roles: ["party", "case-officer"],
    stages: ["published"],
  },
  "accept-repair": { title: "受理修复申请", roles: ["case-officer"], stages: ["published"] },
  "refuse-repair": { title: "不予受理修复申请", roles: ["case-officer"], stages: ["published"] },
  "grant-repair": { title: "签发移出决定", roles: ["head"], stages: ["published"] },
  "deny-repair": { title: "签发不予移出决定", roles: ["head"], stages: ["published"] },
  "hold-removal": { title: "暂缓到期移出", roles: ["case-officer", "head"], stages: ["published"] },
  "register-remedy": {
    title: "登记复议、诉讼",
    roles: ["case-officer"],
    stages: [...STAGES_AFTER_PUBLICATION, "closed"],
  },
  "answer-remedy": {
    title: "登记复议、诉讼答复",
    roles: ["case-officer"],
    stages: STAGES_AFTER_PUBLICATION,
  },
  "suspend-enforcement": {
    title: "登记停止执行",
    roles: ["case-officer"],
    stages: ["published"],
  },
  "resume-enforcement": {
    title: "登记恢复执行",
    roles: ["case-officer"],
    stages: ["published"],
  },
  "record-remedy-outcome": {
    title: "登记复议、诉讼结果",
    roles: ["case-officer", "supervisor"],
    stages: STAGES_AFTER_PUBLICATION,
  },
  "object-to-record": {
    title: "对公示信息提出异议",
    roles: ["party", "case-officer"],
    stages: ["published"],
  },
  "verify-objection": {
    title: "登记异议核实情况",
    roles: ["case-officer"],
    stages: STAGES_AFTER_PUBLICATION,
  },
  "answer-objection": {
    title: "签发异议处理结果",
    roles: ["head"],
    stages: STAGES_AFTER_PUBLICATION,
  },
  "return-objection": {
    title: "退回重新核实异议",
    roles: ["head"],
    stages: STAGES_AFTER_PUBLICATION,
  },
  "record-basis-annulled": {
    title: "登记依据文书被撤销",
    roles: ["case-officer", "supervisor"],
    stages: [...STAGES_UNTIL_REMOVAL, "restoration", ...STAGES_AFTER_THE_END],
    anyTime: true,
  },
  "sign-annulment": { title: "签发撤销决定", roles: ["head"], stages: ["published", "removed"] },
  "settle-harm-item": {
    title: "登记消除影响事项",
    roles: ["case-officer"],
    stages: ["harm-repair"],
  },
  "certify-harm-repair": {
    title: "签发消除影响证明",
    roles: ["head"],
    stages: ["harm-repair"],
  },
  "propose-restoration": {
    title: "拟恢复列入",
    roles: ["case-officer"],
    stages: STAGES_AFTER_THE_END,
  },
  "review-restoration": {
    title: "审核恢复列入",
    roles: ["legal-reviewer"],
    stages: ["restoration"],
  },
  "restore-listing": { title: "签发恢复列入决定", roles: ["head"], stages: ["restoration"] },
  "end-restoration": { title: "决定不予恢复列入", roles: ["head"], stages: ["restoration"] },
  "suspend-for-reorganization": {
    title: "登记重整、和解，暂停公示",
    roles: ["case-officer"],
    stages: ["published"],
  },
  "resume-after-reorganization": {
    title: "重整、和解结束，恢复公示",
    roles: ["case-officer"],
    stages: ["published"],
  },
} as const satisfies Readonly<Record<string, ActEntry>>;
