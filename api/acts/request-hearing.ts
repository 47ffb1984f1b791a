import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { oneOf, REASONS } from "./parts.ts";

/** 申请听证: a party asks on its own page, an officer takes down what came in writing or orally. */
export const requestHearing = defineAct({
  kind: "request-hearing",
  bodySchema: Type.Object(
    { form: Type.Optional(oneOf("提出方式", ["written", "oral"])), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: ({ form, reasons }, { actor }) => ({
    kind: "request-hearing",
    form: actor.roles.includes("party") ? "portal" : (form ?? "written"),
    reasons,
  }),
});
