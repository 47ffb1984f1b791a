import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { id, oneOf, REASONS } from "./parts.ts";

/** 逐条核实答复. */
export const answerDefense = defineAct({
  kind: "answer-defense",
  bodySchema: Type.Object(
    {
      answers: Type.Array(
        Type.Object(
          {
            pointId: id("意见"),
            outcome: oneOf("核实结论", ["accepted", "not-accepted"]),
            reasons: REASONS,
          },
          { additionalProperties: false },
        ),
        { title: "逐条答复", maxItems: 200 },
      ),
    },
    { additionalProperties: false },
  ),
  toCommand: ({ answers }) => ({ kind: "answer-defense", answers }),
});
