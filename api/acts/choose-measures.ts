import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { MEASURES } from "./parts.ts";

/** 选择失信惩戒措施. */
export const chooseMeasures = defineAct({
  kind: "choose-measures",
  bodySchema: Type.Object({ measures: MEASURES }, { additionalProperties: false }),
  toCommand: ({ measures }) => ({ kind: "choose-measures", measures }),
});
