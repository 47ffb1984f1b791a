import { defineAct } from "./act-body.ts";
import { REASONS_BODY } from "./parts.ts";

/** 签发撤销决定. */
export const signAnnulment = defineAct({
  kind: "sign-annulment",
  bodySchema: REASONS_BODY,
  toCommand: ({ reasons }) => ({ kind: "sign-annulment", reasons }),
});
