import { Type } from "typebox";
import { defineAct } from "./act-body.ts";
import { line, REASONS } from "./parts.ts";

/** 改按新版规则包办理. */
export const moveToPackVersion = defineAct({
  kind: "move-to-pack-version",
  bodySchema: Type.Object(
    { version: line("规则包版本", 40), reasons: REASONS },
    { additionalProperties: false },
  ),
  toCommand: ({ version, reasons }) => ({ kind: "move-to-pack-version", version, reasons }),
});
