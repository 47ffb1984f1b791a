import type { ReactNode } from "react";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { printRemaining, type TimeLeft } from "../words/print-remaining.ts";

/** `none`: a period that only informs and never alarms. */
export type LampColor = "none" | "green" | "yellow" | "red";

const LAMPS: Readonly<Record<LampColor, { readonly words: string; readonly className: string }>> = {
  none: { words: "参考", className: "lamp lamp-grey" },
  green: { words: "正常", className: "lamp lamp-green" },
  yellow: { words: "临期", className: "lamp lamp-amber" },
  red: { words: "逾期", className: "lamp lamp-red" },
};

/** How a deadline stands today, in words: its color alone never carries the meaning. */
export function DeadlineLamp(props: {
  readonly deadline: TimeLeft & { readonly lamp: LampColor };
  readonly today: CalendarDay;
}): ReactNode {
  const { deadline, today } = props;
  const { words, className } = LAMPS[deadline.lamp];
  return (
    <span className={className}>
      {words} · {printRemaining(deadline, today)}
    </span>
  );
}
