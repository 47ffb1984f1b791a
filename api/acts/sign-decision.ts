import { Type } from "typebox";
import { defineAct } from "./act-body.ts";

/** 签发决定: the head names the draft that was on the page. */
export const signDecision = defineAct({
  kind: "sign-decision",
  bodySchema: Type.Object(
    { draftHash: Type.String({ title: "草稿校验值", pattern: "^[0-9a-f]{64}$" }) },
    { additionalProperties: false },
  ),
  toCommand: ({ draftHash }) => ({ kind: "sign-decision", draftHash }),
});
