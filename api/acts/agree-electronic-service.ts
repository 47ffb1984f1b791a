import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, toDay } from "./parts.ts";

/** 登记电子送达书面同意. */
export const agreeElectronicService = defineAct({
  kind: "agree-electronic-service",
  bodySchema: Type.Object(
    { agreedOn: day("同意日"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ agreedOn, evidence }, { takeEvidence }) => ({
    kind: "agree-electronic-service",
    agreedOn: toDay(agreedOn),
    evidence: await takeEvidence(evidence),
  }),
});
