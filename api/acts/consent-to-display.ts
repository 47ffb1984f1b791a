import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, dayOrNull, EVIDENCE_REF, text, toDay, toDayOrNull } from "./parts.ts";

/** 同意向社会公示: by the person on its own page, or by the officer from a signed paper. */
export const consentToDisplay = defineAct({
  kind: "consent-to-display",
  bodySchema: Type.Object(
    {
      consentedOn: day("同意日"),
      purpose: text("同意的目的", 1_000),
      endsOn: dayOrNull("同意的截止日"),
      voluntary: Type.Boolean({ title: "当事人自愿" }),
      evidence: Type.Union([EVIDENCE_REF, Type.Null()], { title: "签名的同意书" }),
    },
    { additionalProperties: false },
  ),
  toCommand: async (body, { takeEvidence }) => ({
    kind: "consent-to-display",
    consentedOn: toDay(body.consentedOn),
    consent: {
      purpose: body.purpose,
      endsOn: toDayOrNull(body.endsOn),
      voluntary: body.voluntary,
    },
    evidence: body.evidence === null ? null : await takeEvidence(body.evidence),
  }),
});
