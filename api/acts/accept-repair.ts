import { defineAct } from "./act-body.ts";
import { OPINION_BODY } from "./parts.ts";

/** 受理修复申请. */
export const acceptRepair = defineAct({
  kind: "accept-repair",
  bodySchema: OPINION_BODY,
  toCommand: ({ opinion }) => ({ kind: "accept-repair", opinion }),
});
