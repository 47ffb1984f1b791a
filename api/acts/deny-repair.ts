import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发不予移出决定. */
export const denyRepair = defineAct({
  kind: "deny-repair",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "deny-repair", reasons }),
});
