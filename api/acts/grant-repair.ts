import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发移出决定. */
export const grantRepair = defineAct({
  kind: "grant-repair",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "grant-repair", reasons }),
});
