import { Type } from "typebox";
import { REMEDY_KINDS } from "../../domain/case-file/remedy.ts";
import { defineAct } from "./act-body.ts";
import { day, EVIDENCE_REF, line, oneOf, toDay } from "./parts.ts";

/** 登记复议、诉讼. */
export const registerRemedy = defineAct({
  kind: "register-remedy",
  bodySchema: Type.Object(
    {
      remedy: oneOf("救济途径", REMEDY_KINDS),
      organ: line("复议机关或者法院"),
      number: line("案号"),
      receivedOn: day("收到副本之日"),
      simplified: Type.Boolean({ title: "适用简易程序" }),
      evidence: EVIDENCE_REF,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ receivedOn, evidence, ...rest }, { takeEvidence }) => ({
    kind: "register-remedy",
    ...rest,
    receivedOn: toDay(receivedOn),
    evidence: await takeEvidence(evidence),
  }),
});
