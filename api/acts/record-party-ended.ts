import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, toDay } from "./parts.ts";

/** 登记当事人死亡、终止. */
export const recordPartyEnded = defineAct({
  kind: "record-party-ended",
  bodySchema: Type.Object(
    { endedOn: day("死亡、终止之日"), evidence: EVIDENCE_REF },
    { additionalProperties: false },
  ),
  toCommand: async ({ endedOn, evidence }, { takeEvidence }) => ({
    kind: "record-party-ended",
    endedOn: toDay(endedOn),
    evidence: await takeEvidence(evidence),
  }),
});
