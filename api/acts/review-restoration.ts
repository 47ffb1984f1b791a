import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { text } from "./parts.ts";

/** 审核恢复列入. */
export const reviewRestoration = defineAct({
  kind: "review-restoration",
  bodySchema: Type.Object(
    { agrees: Type.Boolean({ title: "是否同意恢复列入" }), opinion: text("审核意见") },
    { additionalProperties: false },
  ),
  toCommand: ({ agrees, opinion }) => ({ kind: "review-restoration", agrees, opinion }),
});
