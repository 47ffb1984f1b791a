import { Type } from "typebox";
import { HEARING_ATTENDANCES } from "../../domain/case-file/hearing.ts";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REF, oneOf, text } from "./parts.ts";

/** 登记听证笔录, with the signed minutes. */
export const holdHearing = defineAct({
  kind: "hold-hearing",
  bodySchema: Type.Object(
    {
      attendance: oneOf("到场情况", HEARING_ATTENDANCES),
      attendees: text("参加人"),
      investigation: text("调查人员提出的事实、证据和处理建议"),
      points: Type.Array(text("意见"), { title: "当事人的申辩和质证意见", maxItems: 50 }),
      signature: oneOf("笔录签名", ["signed", "refused"]),
      remark: text("备注"),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ evidence, ...rest }, { takeEvidence }) => ({
    kind: "hold-hearing",
    ...rest,
    evidence: await takeEvidence(evidence),
  }),
});
