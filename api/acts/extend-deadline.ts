import { Type } from "typebox";
import { EXTENDABLE_TERMS } from "../../domain/deadlines/terms.ts";
import { defineAct } from "./act-body.ts";
import { oneOf, REASONS, text } from "./parts.ts";

/** 延长办理期限. */
export const extendDeadline = defineAct({
  kind: "extend-deadline",
  bodySchema: Type.Object(
    {
      termId: oneOf("期限", EXTENDABLE_TERMS),
      days: Type.Integer({ title: "延长的天数（按该期限的单位）", minimum: 1, maximum: 60 }),
      article: text("依据的文件和条款", 300),
      reasons: REASONS,
    },
    { additionalProperties: false },
  ),
  toCommand: (body) => ({ kind: "extend-deadline", ...body }),
});
