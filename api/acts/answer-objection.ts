import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发异议处理结果. */
export const answerObjection = defineAct({
  kind: "answer-objection",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "answer-objection", reasons }),
});
