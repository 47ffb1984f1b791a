import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 退回重新核实异议. */
export const returnObjection = defineAct({
  kind: "return-objection",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "return-objection", reasons }),
});
