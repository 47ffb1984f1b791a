import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 申请承办人回避. */
export const objectToOfficer = defineAct({
  kind: "object-to-officer",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "object-to-officer", reasons }),
});
