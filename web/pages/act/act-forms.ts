import type { CommandKind } from "../../../domain/case-file/commands.ts";
import type { ActForm } from "./act-form.ts";
import { attachEvidence } from "./forms/attach-evidence.tsx";
import { chooseMeasures } from "./forms/choose-measures.tsx";
import {
  approveDecision,
  recordDeliberation,
  recordUpperConsent,
  signDecision,
  submitForReview,
} from "./forms/decision-forms.tsx";
import { answerDefense, stateDefense, waiveDefense } from "./forms/defense-forms.tsx";
import {
  answerPresiderObjection,
  holdHearing,
  requestHearing,
  scheduleHearing,
  waiveHearing,
} from "./forms/hearing-forms.tsx";
import { proposeDecision } from "./forms/propose-decision.tsx";
import {
  applyForRepair,
  chooseConflictingSource,
  moveToPackVersion,
  recordBasisAnnulled,
  recordFulfilment,
} from "./forms/publication-forms.tsx";
import { recordBasisDocument } from "./forms/record-basis-document.tsx";
import {
  agreeElectronicService,
  revokeElectronicService,
  publishServiceNotice,
  recordService,
  recordServiceAttempt,
} from "./forms/service-forms.tsx";
import { consentToDisplay, revokeDisplayConsent } from "./forms/display-consent-forms.tsx";
import { confirmServiceAddress } from "./forms/service-address-form.tsx";
import { certifyHarmRepair, settleHarmItem } from "./forms/harm-forms.tsx";
import { objectToRecord, verifyObjection } from "./forms/objection-forms.tsx";
import {
  answerRemedy,
  recordRemedyOutcome,
  registerRemedy,
  resumeEnforcement,
  suspendEnforcement,
} from "./forms/remedy-forms.tsx";
import { proposeRestoration, reviewRestoration } from "./forms/restoration-forms.tsx";
import {
  answerOfficerObjection,
  handOverCase,
  recordPartyEnded,
  transferCase,
} from "./forms/hands-forms.tsx";
import { extendDeadline, pauseDeadline, resumeDeadline } from "./forms/clock-forms.tsx";
import {
  resumeAfterReorganization,
  suspendForReorganization,
} from "./forms/reorganization-forms.tsx";
import { stateGrounds } from "./forms/state-grounds.tsx";
import { opinionForm, reasonsForm, REVIEW_OPINION } from "./forms/text-forms.tsx";

/** The form of every kind of act. */
export const ACT_FORMS: Readonly<Record<CommandKind, ActForm>> = {
  "record-basis-document": recordBasisDocument,
  "attach-evidence": attachEvidence,
  "state-grounds": stateGrounds,
  "choose-measures": chooseMeasures,
  "submit-for-review": submitForReview,
  "approve-notice": opinionForm(REVIEW_OPINION),
  "return-notice": reasonsForm({ label: "退回理由", hint: "写明须补正的内容" }),
  "refuse-notice": reasonsForm({
    label: "不同意的理由",
    hint: "不具备列入条件的用这一项；只须补正的请用“退回补正”。原样再报的，系统不予提交",
  }),
  "record-service-attempt": recordServiceAttempt,
  "agree-electronic-service": agreeElectronicService,
  "revoke-electronic-service": revokeElectronicService,
  "consent-to-display": consentToDisplay,
  "revoke-display-consent": revokeDisplayConsent,
  "confirm-service-address": confirmServiceAddress,
  "publish-service-notice": publishServiceNotice,
  "record-service": recordService,
  "state-defense": stateDefense,
  "waive-defense": waiveDefense,
  "request-hearing": requestHearing,
  "waive-hearing": waiveHearing,
  "schedule-hearing": scheduleHearing,
  "object-to-presider": reasonsForm({
    label: "申请回避的理由",
    hint: "写明主持人与本案有何直接利害关系",
  }),
  "answer-presider-objection": answerPresiderObjection,
  "hold-hearing": holdHearing,
  "answer-defense": answerDefense,
  "propose-decision": proposeDecision,
  "approve-decision": approveDecision,
  "withdraw-notice": reasonsForm({
    label: "撤回的理由",
    hint: "写明事实、依据或者措施何处须更正；案件回到立案环节，更正后重新审核、重新告知，当事人重新享有陈述申辩期限",
  }),
  "return-decision": reasonsForm({ label: "退回理由", hint: "写明须重新拟办的内容" }),
  "refuse-decision": reasonsForm({
    label: "不同意的理由",
    hint: "不同意拟办结果的用这一项；只须修改的请用“退回重新拟办”。原样再报的，系统不予提交",
  }),
  "record-upper-consent": recordUpperConsent,
  "record-deliberation": recordDeliberation,
  "sign-decision": signDecision,
  "return-from-sign-off": reasonsForm({ label: "退回理由" }),
  "record-fulfilment": recordFulfilment,
  "choose-conflicting-source": chooseConflictingSource,
  "move-to-pack-version": moveToPackVersion,
  "apply-for-repair": applyForRepair,
  "accept-repair": opinionForm({ label: "受理意见" }),
  "refuse-repair": reasonsForm({ label: "不予受理的理由" }),
  "grant-repair": reasonsForm({
    label: "准予移出的理由",
    confirm: "签发后当事人即被移出名单，所有渠道同步移出。确定签发吗？",
  }),
  "deny-repair": reasonsForm({ label: "不予移出的理由" }),
  "hold-removal": reasonsForm({ label: "暂缓的理由" }),
  "register-remedy": registerRemedy,
  "answer-remedy": answerRemedy,
  "suspend-enforcement": suspendEnforcement,
  "resume-enforcement": resumeEnforcement,
  "record-remedy-outcome": recordRemedyOutcome,
  "object-to-record": objectToRecord,
  "verify-objection": verifyObjection,
  "answer-objection": reasonsForm({
    label: "处理的理由",
    hint: "按承办人登记的核实结论签发；不同意的，请退回重新核实",
    confirm: "签发后立即按核实结论更新公示信息。确定签发吗？",
    grave: true,
  }),
  "return-objection": reasonsForm({ label: "退回的理由" }),
  "record-basis-annulled": recordBasisAnnulled,
  "sign-annulment": reasonsForm({
    label: "撤销的理由",
    confirm: "签发后列入决定即被撤销，不能收回。确定签发吗？",
    grave: true,
  }),
  "settle-harm-item": settleHarmItem,
  "certify-harm-repair": certifyHarmRepair,
  "propose-restoration": proposeRestoration,
  "review-restoration": reviewRestoration,
  "restore-listing": reasonsForm({
    label: "恢复列入的理由",
    confirm: "签发后须送达当事人，送达即恢复公示和措施。确定签发吗？",
    grave: true,
  }),
  "end-restoration": reasonsForm({ label: "不予恢复列入的理由" }),
  "suspend-for-reorganization": suspendForReorganization,
  "resume-after-reorganization": resumeAfterReorganization,
  "extend-deadline": extendDeadline,
  "pause-deadline": pauseDeadline,
  "resume-deadline": resumeDeadline,
  "hand-over-case": handOverCase,
  "object-to-officer": reasonsForm({
    label: "申请回避的理由",
    hint: "写明承办人与本案有何利害关系；决定作出前，程序继续进行",
  }),
  "answer-officer-objection": answerOfficerObjection,
  "record-party-ended": recordPartyEnded,
  "transfer-case": transferCase,
  "withdraw-case": reasonsForm({
    label: "终止的理由",
    confirm: "终止后本案不能恢复。确定终止吗？",
    grave: true,
  }),
};
