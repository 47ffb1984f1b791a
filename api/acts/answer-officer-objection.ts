import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { oneOf, REASONS, text } from "./parts.ts";

/** 决定承办人是否回避. */
export const answerOfficerObjection = defineAct({
  kind: "answer-officer-objection",
  bodySchema: Type.Object(
    {
      outcome: oneOf("决定", ["granted", "denied"]),
      reasons: REASONS,
      officer: text("接办的承办人的账号（决定回避时填写）", 64),
    },
    { additionalProperties: false },
  ),
  toCommand: async ({ outcome, reasons, officer }, { findOfficer }) => ({
    kind: "answer-officer-objection",
    outcome,
    reasons,
    officerId: outcome === "granted" && officer.trim() !== "" ? await findOfficer(officer) : null,
  }),
});
