import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发环节退回拟办. */
export const returnFromSignOff = defineAct({
  kind: "return-from-sign-off",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "return-from-sign-off", reasons }),
});
