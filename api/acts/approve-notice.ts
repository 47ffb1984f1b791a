import { defineAct } from "./act-body.ts";
import { OPINION_BODY } from "./parts.ts";

/** 法制审核同意告知. */
export const approveNotice = defineAct({
  kind: "approve-notice",
  bodySchema: OPINION_BODY,
  toCommand: ({ opinion }) => ({ kind: "approve-notice", opinion }),
});
