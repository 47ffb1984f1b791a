import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, toDay } from "./parts.ts";

/** 登记重整、和解，暂停公示. */
export const suspendForReorganization = defineAct({
  kind: "suspend-for-reorganization",
  bodySchema: Type.Object(
    {
      court: line("裁定法院"),
      number: line("裁定书文号"),
      ruledOn: day("裁定日"),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ court, number, ruledOn, evidence }, { takeEvidence }) => ({
    kind: "suspend-for-reorganization",
    court,
    number,
    ruledOn: toDay(ruledOn),
    evidence: await takeEvidence(evidence),
  }),
});
