import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { oneOf, REASONS } from "./parts.ts";

/** 决定听证主持人是否回避. */
export const answerPresiderObjection = defineAct({
  kind: "answer-presider-objection",
  bodySchema: Type.Object(
    { outcome: oneOf("决定", ["granted", "denied"]), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: ({ outcome, reasons }) => ({ kind: "answer-presider-objection", outcome, reasons }),
});
