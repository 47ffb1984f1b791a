import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发恢复列入决定. */
export const restoreListing = defineAct({
  kind: "restore-listing",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "restore-listing", reasons }),
});
