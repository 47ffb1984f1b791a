import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 法制审核退回重新拟办. */
export const returnDecision = defineAct({
  kind: "return-decision",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "return-decision", reasons }),
});
