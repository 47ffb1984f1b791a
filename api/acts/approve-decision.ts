import { defineAct } from "./act-body.ts";
import { OPINION_BODY } from "./parts.ts";

/** 法制审核同意决定. */
export const approveDecision = defineAct({
  kind: "approve-decision",
  bodySchema: OPINION_BODY,
  toCommand: ({ opinion }) => ({ kind: "approve-decision", opinion }),
});
