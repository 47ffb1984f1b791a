import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, REASONS, toDay } from "./parts.ts";

/** 重整、和解结束，恢复公示. */
export const resumeAfterReorganization = defineAct({
  kind: "resume-after-reorganization",
  bodySchema: Type.Object(
    { endedOn: day("结束日"), reasons: REASONS, evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ endedOn, reasons, evidence }, { takeEvidence }) => ({
    kind: "resume-after-reorganization",
    endedOn: toDay(endedOn),
    reasons,
    evidence: await takeEvidence(evidence),
  }),
});
