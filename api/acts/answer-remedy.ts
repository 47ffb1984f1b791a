import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, toDay } from "./parts.ts";

/** 登记复议、诉讼答复. */
export const answerRemedy = defineAct({
  kind: "answer-remedy",
  bodySchema: Type.Object(
    { answeredOn: day("提交日"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ answeredOn, evidence }, { takeEvidence }) => ({
    kind: "answer-remedy",
    answeredOn: toDay(answeredOn),
    evidence: await takeEvidence(evidence),
  }),
});
