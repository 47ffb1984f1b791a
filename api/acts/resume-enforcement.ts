import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, toDay } from "./parts.ts";

/** 登记恢复执行. */
export const resumeEnforcement = defineAct({
  kind: "resume-enforcement",
  bodySchema: Type.Object(
    { number: line("文号"), resumedOn: day("恢复日"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ number, resumedOn, evidence }, { takeEvidence }) => ({
    kind: "resume-enforcement",
    number,
    resumedOn: toDay(resumedOn),
    evidence: await takeEvidence(evidence),
  }),
});
