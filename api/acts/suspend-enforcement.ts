import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, toDay } from "./parts.ts";

/** 登记停止执行. */
export const suspendEnforcement = defineAct({
  kind: "suspend-enforcement",
  bodySchema: Type.Object(
    { number: line("文号"), orderedOn: day("决定日"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ number, orderedOn, evidence }, { takeEvidence }) => ({
    kind: "suspend-enforcement",
    number,
    orderedOn: toDay(orderedOn),
    evidence: await takeEvidence(evidence),
  }),
});
