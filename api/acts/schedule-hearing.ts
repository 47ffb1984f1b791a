import { Type } from "typebox";
import { HEARING_CLOSURES } from "../../domain/case-file/hearing.ts";
import { defineAct } from "./act-body.ts";
import { day, line, oneOf, REASONS, toDay } from "./parts.ts";

/** 确定或者变更听证安排: whoever does it presides. */
export const scheduleHearing = defineAct({
  kind: "schedule-hearing",
  bodySchema: Type.Object(
    {
      heldOn: day("听证日"),
      startsAt: Type.String({ title: "开始时间", pattern: "^([01][0-9]|2[0-3]):[0-5][0-9]$" }),
      place: line("听证地点"),
      presider: line("听证主持人姓名、职务"),
      closure: oneOf("是否公开", HEARING_CLOSURES),
      reasons: REASONS,
    },
    { additionalProperties: false },
  ),
  toCommand: ({ heldOn, ...rest }) => ({
    kind: "schedule-hearing",
    heldOn: toDay(heldOn),
    ...rest,
  }),
});
