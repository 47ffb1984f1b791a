import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 法制审核退回补正. */
export const returnNotice = defineAct({
  kind: "return-notice",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "return-notice", reasons }),
});
