import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 法制审核不同意决定. */
export const refuseDecision = defineAct({
  kind: "refuse-decision",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "refuse-decision", reasons }),
});
