import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, id, line, toDay } from "./parts.ts";

/** 登记依据文书被撤销. */
export const recordBasisAnnulled = defineAct({
  kind: "record-basis-annulled",
  bodySchema: Type.Object(
    {
      documentId: id("依据文书"),
      organ: line("撤销机关"),
      number: line("撤销文书文号"),
      annulledOn: day("撤销日"),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ documentId, organ, number, annulledOn, evidence }, { takeEvidence }) => ({
    kind: "record-basis-annulled",
    documentId,
    organ,
    number,
    annulledOn: toDay(annulledOn),
    evidence: await takeEvidence(evidence),
  }),
});
