import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, oneOf, toDay } from "./parts.ts";

/** 放弃或者撤回听证. */
export const waiveHearing = defineAct({
  kind: "waive-hearing",
  bodySchema: Type.Object(
    {
      waivedOn: day("放弃日"),
      form: oneOf("放弃方式", ["signed-form", "minutes"]),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ waivedOn, form, evidence }, { takeEvidence }) => ({
    kind: "waive-hearing",
    waivedOn: toDay(waivedOn),
    form,
    evidence: await takeEvidence(evidence),
  }),
});
