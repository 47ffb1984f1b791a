import { Type } from "typebox";
import { SERVICE_RECEIVERS, type ServiceMethod } from "../../domain/case-file/content.ts";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, id, oneOf, text, toDay } from "./parts.ts";

const PROVABLE_METHODS = [
  "in-person",
  "left-at-address",
  "entrusted",
  "post",
  "forwarded",
  "electronic",
] as const satisfies readonly Exclude<ServiceMethod, "public-notice">[];

/** 登记送达及回证: public notice is an act of its own. */
export const recordService = defineAct({
  kind: "record-service",
  bodySchema: Type.Object(
    {
      paperIds: Type.Array(id("文书"), { title: "文书", maxItems: 10 }),
      servedPartyIds: Type.Array(id("受送达人"), { title: "受送达人", maxItems: 10 }),
      method: oneOf("送达方式", PROVABLE_METHODS),
      servedOn: day("送达日"),
      signatory: text("签收人", 200),
      receiver: Type.Optional(oneOf("签收人身份", SERVICE_RECEIVERS)),
      witness: text("见证人", 200),
      remark: text("备注"),
      proof: Type.Union([EVIDENCE_REF, Type.Null()], { title: "送达证明" }),
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ servedOn, proof, receiver, ...rest }, { takeEvidence }) => ({
    kind: "record-service",
    ...rest,
    ...(receiver === undefined ? {} : { receiver }),
    servedOn: toDay(servedOn),
    proof: proof === null ? null : await takeEvidence(proof),
  }),
});
