import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { id, REASONS } from "./parts.ts";

/** 选择适用的提前移出期限. */
export const chooseConflictingSource = defineAct({
  kind: "choose-conflicting-source",
  bodySchema: Type.Object(
    { sourceId: id("适用依据"), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: ({ sourceId, reasons }) => ({ kind: "choose-conflicting-source", sourceId, reasons }),
});
