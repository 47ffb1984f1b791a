import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { line, REASONS } from "./parts.ts";

/** 移送有权机关. */
export const transferCase = defineAct({
  kind: "transfer-case",
  bodySchema: Type.Object(
    { organ: line("移送的机关"), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: ({ organ, reasons }) => ({ kind: "transfer-case", organ, reasons }),
});
