import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REF } from "./parts.ts";

/** 补充证据. */
export const attachEvidence = defineAct({
  kind: "attach-evidence",
  bodySchema: Type.Object({ evidence: EVIDENCE_REF }, { additionalProperties: false }),
  toCommand: async ({ evidence }, { takeEvidence }) => ({
    kind: "attach-evidence",
    evidence: await takeEvidence(evidence),
  }),
});
