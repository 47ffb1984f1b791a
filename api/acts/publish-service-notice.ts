import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, REASONS, toDay } from "./parts.ts";

/** 公告送达. */
export const publishServiceNotice = defineAct({
  kind: "publish-service-notice",
  bodySchema: Type.Object(
    {
      publishedOn: day("公告日"),
      place: line("公告载体"),
      reasons: REASONS,
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ publishedOn, place, reasons, evidence }, { takeEvidence }) => ({
    kind: "publish-service-notice",
    publishedOn: toDay(publishedOn),
    place,
    reasons,
    evidence: await takeEvidence(evidence),
  }),
});
