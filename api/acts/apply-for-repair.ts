import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REF, EVIDENCE_REFS, text } from "./parts.ts";

/** 申请信用修复. */
export const applyForRepair = defineAct({
  kind: "apply-for-repair",
  bodySchema: Type.Object(
    { statement: text("申请事项和理由"), pledge: EVIDENCE_REF, evidence: EVIDENCE_REFS },
    { additionalProperties: false },
  ),
  toCommand: async ({ statement, pledge, evidence }, { takeEvidence }) => ({
    kind: "apply-for-repair",
    statement,
    pledge: await takeEvidence(pledge),
    evidence: await Promise.all(evidence.map(takeEvidence)),
  }),
});
