import type { CommandKind } from "../../domain/case-file/commands.ts";
import { BIDDING_LIMIT } from "./case-content.ts";

/** A well-formed body for every kind of act, with a file of the caller's own where one is needed. */
export function sampleBodies(uploadId: string, day: string): Readonly<Record<CommandKind, object>> {
  const evidence = { uploadId, title: "示例材料", kind: "document" };
  const reasons = { reasons: "示例理由" };
  const opinion = { opinion: "同意" };
  return {
    "record-basis-document": {
      document: {
        kind: "correction-order",
        number: "示例〔2026〕1号",
        issuingOrgan: "【虚构】机关",
        issuedOn: day,
        effectiveOn: day,
        servedOn: null,
        complianceEndsOn: null,
        finality: "open",
        evidenceId: uploadId,
      },
    },
    "attach-evidence": { evidence },
    "state-grounds": { grounds: { criteria: [], reasons: "示例理由" } },
    "choose-measures": { measures: [BIDDING_LIMIT] },
    "submit-for-review": {},
    "approve-notice": opinion,
    "return-notice": reasons,
    "record-service-attempt": { method: "post", attemptedOn: day, result: "邮件退回" },
    "agree-electronic-service": { agreedOn: day, evidence },
    "publish-service-notice": { publishedOn: day, place: "公告栏", ...reasons, evidence },
    "record-service": {
      paperIds: [],
      servedPartyIds: [],
      method: "in-person",
      servedOn: day,
      signatory: "",
      witness: "",
      remark: "",
      proof: evidence,
    },
    "state-defense": { points: ["示例意见"], evidence: [], final: false },
    "waive-defense": { waivedOn: day, form: "signed-form", evidence },
    "request-hearing": reasons,
    "waive-hearing": { waivedOn: day, form: "signed-form", evidence },
    "schedule-hearing": {
      heldOn: day,
      startsAt: "09:00",
      place: "会议室",
      presider: "【虚构】主持人",
      closure: "open",
      reasons: "",
    },
    "object-to-presider": reasons,
    "answer-presider-objection": { outcome: "denied", ...reasons },
    "hold-hearing": {
      attendance: "attended",
      attendees: "【虚构】代理人",
      investigation: "示例事实",
      points: ["示例意见"],
      signature: "signed",
      remark: "",
      evidence,
    },
    "answer-defense": { answers: [] },
    "propose-decision": {
      proposal: {
        outcome: "not-list",
        ...reasons,
        measures: [],
        removalConditions: "",
        removalProcedure: "",
      },
    },
    "approve-decision": opinion,
    "return-decision": reasons,
    "record-upper-consent": { organ: "上级机关", number: "1号", consentedOn: day, evidence },
    "sign-decision": { draftHash: "0".repeat(64) },
    "return-from-sign-off": reasons,
    "record-fulfilment": { fulfilledOn: day, remark: "", evidence },
    "choose-conflicting-source": { sourceId: "order36", ...reasons },
    "apply-for-repair": { statement: "示例申请", pledge: evidence, evidence: [] },
    "accept-repair": opinion,
    "refuse-repair": reasons,
    "grant-repair": reasons,
    "deny-repair": reasons,
    "hold-removal": reasons,
    "record-basis-annulled": {
      documentId: "none",
      organ: "机关",
      number: "1号",
      annulledOn: day,
      evidence,
    },
    "sign-annulment": reasons,
    "withdraw-case": reasons,
  };
}
