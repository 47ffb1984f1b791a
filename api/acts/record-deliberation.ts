import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, oneOf, text, toDay } from "./parts.ts";

const CONCLUSIONS = ["list", "not-list"] as const;

/** 登记集体讨论. */
export const recordDeliberation = defineAct({
  kind: "record-deliberation",
  bodySchema: Type.Object(
    {
      heldOn: day("讨论日"),
      attendees: text("参加人员", 1_000),
      opinions: text("各人意见"),
      conclusion: oneOf("讨论结果", CONCLUSIONS),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ heldOn, evidence, ...record }, { takeEvidence }) => ({
    kind: "record-deliberation",
    ...record,
    heldOn: toDay(heldOn),
    evidence: await takeEvidence(evidence),
  }),
});
