import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { day, SERVICE_METHOD, text, toDay } from "./parts.ts";

/** 登记未成功的送达. */
export const recordServiceAttempt = defineAct({
  kind: "record-service-attempt",
  bodySchema: Type.Object(
    { method: SERVICE_METHOD, attemptedOn: day("尝试送达日"), result: text("送达结果") },
    { additionalProperties: false },
  ),
  toCommand: ({ method, attemptedOn, result }) => ({
    kind: "record-service-attempt",
    method,
    attemptedOn: toDay(attemptedOn),
    result,
  }),
});
