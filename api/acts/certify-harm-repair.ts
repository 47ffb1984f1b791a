import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { text } from "./parts.ts";

/** 出具消除影响证明. */
export const certifyHarmRepair = defineAct({
  kind: "certify-harm-repair",
  bodySchema: Type.Object({ statement: text("对当事人的说明") }, { additionalProperties: false }),
  toCommand: ({ statement }) => ({ kind: "certify-harm-repair", statement }),
});
