import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, text, toDay } from "./parts.ts";

/** 登记履行义务情况. */
export const recordFulfilment = defineAct({
  kind: "record-fulfilment",
  bodySchema: Type.Object(
    { fulfilledOn: day("履行日"), remark: text("说明"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ fulfilledOn, remark, evidence }, { takeEvidence }) => ({
    kind: "record-fulfilment",
    fulfilledOn: toDay(fulfilledOn),
    remark,
    evidence: await takeEvidence(evidence),
  }),
});
