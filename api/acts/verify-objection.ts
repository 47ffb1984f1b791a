import { Type } from "typebox";
import { OBJECTION_OUTCOMES } from "../../domain/case-file/objection.ts";
import { defineAct } from "./act-body.ts";
import { EVIDENCE_REFS, id, oneOf, text } from "./parts.ts";

/** 登记异议核实情况. */
export const verifyObjection = defineAct({
  kind: "verify-objection",
  bodySchema: Type.Object(
    {
      outcome: oneOf("核实结论", OBJECTION_OUTCOMES),
      findings: text("核实的情况"),
      corrected: Type.Object(
        {
          grounds: text("更正后的列入事由"),
          removalConditions: text("更正后的移出条件"),
          removalProcedure: text("更正后的移出程序"),
          keptMeasureIds: Type.Array(id("保留的措施"), { title: "保留的措施", maxItems: 50 }),
        },
        { additionalProperties: false, title: "更正后的内容" },
      ),
      evidence: EVIDENCE_REFS,
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ evidence, ...rest }, { takeEvidence }) => ({
    kind: "verify-objection",
    ...rest,
    evidence: await Promise.all(evidence.map(takeEvidence)),
  }),
});
