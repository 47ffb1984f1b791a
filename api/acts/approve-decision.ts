import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { text } from "./parts.ts";

/** 法制审核同意决定. */
export const approveDecision = defineAct({
  kind: "approve-decision",
  bodySchema: Type.Object(
    {
      opinion: text("意见"),
      deliberation: Type.Optional(Type.Boolean({ title: "重大、复杂，须集体讨论" })),
    },
    { additionalProperties: false },
  ),
  toCommand: ({ opinion, deliberation }) => ({
    kind: "approve-decision",
    opinion,
    ...(deliberation === undefined ? {} : { deliberation }),
  }),
});
