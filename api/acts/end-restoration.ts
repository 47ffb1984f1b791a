import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 决定不予恢复列入. */
export const endRestoration = defineAct({
  kind: "end-restoration",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "end-restoration", reasons }),
});
