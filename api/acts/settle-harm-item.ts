import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REF, id, text } from "./parts.ts";

/** 登记消除影响事项. */
export const settleHarmItem = defineAct({
  kind: "settle-harm-item",
  bodySchema: Type.Object(
    { itemId: id("消除影响事项"), result: text("办理结果"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ itemId, result, evidence }, { takeEvidence }) => ({
    kind: "settle-harm-item",
    itemId,
    result,
    evidence: await takeEvidence(evidence),
  }),
});
