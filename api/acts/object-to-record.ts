import { Type } from "typebox";
import { DISPUTED_ITEMS, OBJECTORS } from "../../domain/case-file/objection.ts";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REFS, oneOf, text } from "./parts.ts";

/** 对公示信息提出异议: a party objects on its own page; for others an officer takes the objection down. */
export const objectToRecord = defineAct({
  kind: "object-to-record",
  bodySchema: Type.Object(
    {
      raisedBy: Type.Optional(oneOf("异议提出人", OBJECTORS)),
      item: oneOf("异议事项", DISPUTED_ITEMS),
      statement: text("异议内容"),
      evidence: EVIDENCE_REFS,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ raisedBy, item, statement, evidence }, { actor, takeEvidence }) => ({
    kind: "object-to-record",
    raisedBy: actor.roles.includes("party") ? "party" : (raisedBy ?? "party"),
    item,
    statement,
    evidence: await Promise.all(evidence.map(takeEvidence)),
  }),
});
