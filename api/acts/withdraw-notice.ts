import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 撤回告知，更正后重新告知. */
export const withdrawNotice = defineAct({
  kind: "withdraw-notice",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "withdraw-notice", reasons }),
});
