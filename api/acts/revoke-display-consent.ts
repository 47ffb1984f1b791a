import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { text } from "./parts.ts";

/** 撤回公示的同意. */
export const revokeDisplayConsent = defineAct({
  kind: "revoke-display-consent",
  bodySchema: Type.Object({ remark: text("说明") }, { additionalProperties: false }),
  toCommand: ({ remark }) => ({ kind: "revoke-display-consent", remark }),
});
