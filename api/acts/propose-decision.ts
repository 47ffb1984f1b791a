import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { MEASURES, oneOf, REASONS, text } from "./parts.ts";

/** 拟办决定. */
export const proposeDecision = defineAct({
  kind: "propose-decision",
  bodySchema: Type.Object(
    {
      proposal: Type.Object(
        {
          outcome: oneOf("拟办结论", ["list", "not-list"]),
          reasons: REASONS,
          measures: MEASURES,
          removalConditions: text("移出条件"),
          removalProcedure: text("移出程序"),
        },
        { additionalProperties: false, title: "拟办决定" },
      ),
    },
    { additionalProperties: false },
  ),
  toCommand: ({ proposal }) => ({ kind: "propose-decision", proposal }),
});
