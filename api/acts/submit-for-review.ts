import { defineAct } from "./act-body.ts";
import { EMPTY_BODY } from "./parts.ts";

/** 提交法制审核. */
export const submitForReview = defineAct({
  kind: "submit-for-review",
  bodySchema: EMPTY_BODY,
  toCommand: () => ({ kind: "submit-for-review" }),
});
