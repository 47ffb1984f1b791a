import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 不予受理修复申请. */
export const refuseRepair = defineAct({
  kind: "refuse-repair",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "refuse-repair", reasons }),
});
