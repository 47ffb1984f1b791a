import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { GROUNDS } from "./parts.ts";

/** 填写事由与认定标准. */
export const stateGrounds = defineAct({
  kind: "state-grounds",
  bodySchema: Type.Object({ grounds: GROUNDS }, { additionalProperties: false }),
  toCommand: ({ grounds }) => ({ kind: "state-grounds", grounds }),
});
