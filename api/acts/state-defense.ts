import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REF, EVIDENCE_REFS, line, oneOf, text } from "./parts.ts";

/** What an officer writes into the record of an oral defense besides its points. */
const MINUTES = Type.Object(
  {
    place: text("笔录地点", 200),
    speaker: text("陈述人", 200),
    signature: oneOf("核对签名", ["signed", "refused"]),
    remark: text("笔录备注", 1_000),
  },
  { additionalProperties: false, title: "笔录" },
);

/** 陈述申辩: a party states it on its own page, an officer takes down what came in writing or orally. */
export const stateDefense = defineAct({
  kind: "state-defense",
  bodySchema: Type.Object(
    {
      form: Type.Optional(oneOf("提出方式", ["written", "oral"])),
      points: Type.Array(text("意见"), { title: "申辩意见", maxItems: 50 }),
      evidence: EVIDENCE_REFS,
      final: Type.Boolean({ title: "陈述完毕" }),
      minutes: Type.Optional(MINUTES),
      agent: Type.Optional(
        Type.Object(
          { name: line("代理人"), authority: EVIDENCE_REF },
          { additionalProperties: false, title: "代理人及授权委托书" },
        ),
      ),
    },
    { additionalProperties: false },
  ),
  toCommand: async (
    { form, points, evidence, final, minutes, agent },
    { actor, takeEvidence },
  ) => ({
    kind: "state-defense",
    form: actor.roles.includes("party") ? "portal" : (form ?? "written"),
    points,
    evidence: await Promise.all(evidence.map(takeEvidence)),
    final,
    ...(minutes === undefined ? {} : { minutes }),
    ...(agent === undefined
      ? {}
      : { agent: { name: agent.name, authority: await takeEvidence(agent.authority) } }),
  }),
});
