import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REFS, text } from "./parts.ts";

/** 拟恢复列入. */
export const proposeRestoration = defineAct({
  kind: "propose-restoration",
  bodySchema: Type.Object(
    { reasons: text("不实之处和查实经过"), evidence: EVIDENCE_REFS },
    { additionalProperties: false },
  ),
  toCommand: async ({ reasons, evidence }, { takeEvidence }) => ({
    kind: "propose-restoration",
    reasons,
    evidence: await Promise.all(evidence.map(takeEvidence)),
  }),
});
