import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, oneOf, toDay } from "./parts.ts";

/** 明示放弃陈述申辩. */
export const waiveDefense = defineAct({
  kind: "waive-defense",
  bodySchema: Type.Object(
    {
      waivedOn: day("放弃日"),
      form: oneOf("放弃方式", ["signed-form", "minutes"]),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ waivedOn, form, evidence }, { takeEvidence }) => ({
    kind: "waive-defense",
    waivedOn: toDay(waivedOn),
    form,
    evidence: await takeEvidence(evidence),
  }),
});
