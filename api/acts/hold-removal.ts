import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 暂缓到期移出: the law knows no such thing, and the act says so. */
export const holdRemoval = defineAct({
  kind: "hold-removal",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "hold-removal", reasons }),
});
