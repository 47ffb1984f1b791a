import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { line, REASONS } from "./parts.ts";

/** 移交承办. */
export const handOverCase = defineAct({
  kind: "hand-over-case",
  bodySchema: Type.Object(
    { officer: line("新承办人的账号", 64), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: async ({ officer, reasons }, { findOfficer }) => ({
    kind: "hand-over-case",
    officerId: await findOfficer(officer),
    reasons,
  }),
});
