import { Type } from "typebox";
import { REMEDY_OUTCOMES } from "../../domain/case-file/remedy.ts";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, id, line, oneOf, toDay } from "./parts.ts";

/** 登记复议、诉讼结果. */
export const recordRemedyOutcome = defineAct({
  kind: "record-remedy-outcome",
  bodySchema: Type.Object(
    {
      outcome: oneOf("处理结果", REMEDY_OUTCOMES),
      number: line("文号"),
      decidedOn: day("作出日"),
      keptMeasureIds: Type.Array(id("保留的措施"), { title: "保留的措施", maxItems: 50 }),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ decidedOn, evidence, ...rest }, { takeEvidence }) => ({
    kind: "record-remedy-outcome",
    ...rest,
    decidedOn: toDay(decidedOn),
    evidence: await takeEvidence(evidence),
  }),
});
