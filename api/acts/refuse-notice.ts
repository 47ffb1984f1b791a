import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 法制审核不同意告知. */
export const refuseNotice = defineAct({
  kind: "refuse-notice",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "refuse-notice", reasons }),
});
