import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, toDay } from "./parts.ts";

/** 登记上级机关同意. */
export const recordUpperConsent = defineAct({
  kind: "record-upper-consent",
  bodySchema: Type.Object(
    {
      organ: line("上级机关"),
      number: line("文号"),
      consentedOn: day("同意日"),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ organ, number, consentedOn, evidence }, { takeEvidence }) => ({
    kind: "record-upper-consent",
    organ,
    number,
    consentedOn: toDay(consentedOn),
    evidence: await takeEvidence(evidence),
  }),
});
