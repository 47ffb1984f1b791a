import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 申请听证主持人回避. */
export const objectToPresider = defineAct({
  kind: "object-to-presider",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "object-to-presider", reasons }),
});
