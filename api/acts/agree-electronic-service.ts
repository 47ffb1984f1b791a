import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, dayOrNull, EVIDENCE_REF, text, toDay, toDayOrNull } from "./parts.ts";

/** 登记电子送达书面同意. */
export const agreeElectronicService = defineAct({
  kind: "agree-electronic-service",
  bodySchema: Type.Object(
    {
      agreedOn: day("同意日"),
      purpose: text("同意的目的", 1_000),
      endsOn: dayOrNull("同意的截止日"),
      voluntary: Type.Boolean({ title: "当事人自愿" }),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ agreedOn, purpose, endsOn, voluntary, evidence }, { takeEvidence }) => ({
    kind: "agree-electronic-service",
    agreedOn: toDay(agreedOn),
    consent: { purpose, endsOn: toDayOrNull(endsOn), voluntary },
    evidence: await takeEvidence(evidence),
  }),
});
