import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { text } from "./parts.ts";

/** 撤回电子送达同意. */
export const revokeElectronicService = defineAct({
  kind: "revoke-electronic-service",
  bodySchema: Type.Object({ remark: text("说明") }, { additionalProperties: false }),
  toCommand: ({ remark }) => ({ kind: "revoke-electronic-service", remark }),
});
