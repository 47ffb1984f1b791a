import { Type } from "typebox";
import { PAUSABLE_TERMS } from "../../domain/deadlines/terms.ts";
import { defineAct } from "./act-body.ts";
import { oneOf, REASONS, text } from "./parts.ts";

const CLOSED = { additionalProperties: false } as const;

/** 中止办理期限. */
export const pauseDeadline = defineAct({
  kind: "pause-deadline",
  bodySchema: Type.Object(
    {
      termId: oneOf("期限", PAUSABLE_TERMS),
      article: text("依据的文件和条款", 300),
      reasons: REASONS,
    },
    CLOSED,
  ),
  toCommand: (body) => ({ kind: "pause-deadline", ...body }),
});

/** 恢复计算办理期限. */
export const resumeDeadline = defineAct({
  kind: "resume-deadline",
  bodySchema: Type.Object({ termId: oneOf("期限", PAUSABLE_TERMS), reasons: REASONS }, CLOSED),
  toCommand: (body) => ({ kind: "resume-deadline", ...body }),
});
