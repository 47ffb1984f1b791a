import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 终止认定程序. */
export const withdrawCase = defineAct({
  kind: "withdraw-case",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "withdraw-case", reasons }),
});
