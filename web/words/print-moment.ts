import { dayOf, printDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";

const CLOCK_TIME = new Intl.DateTimeFormat("zh-CN", {
  timeZone: "Asia/Shanghai",
  hour: "2-digit",
  minute: "2-digit",
  hourCycle: "h23",
});

/** 2026年3月2日 09:30, in Shanghai time. */
export function printMoment(moment: Date | string): string {
  const date = typeof moment === "string" ? new Date(moment) : moment;
  return `${printDay(dayOf(date))} ${CLOCK_TIME.format(date)}`;
}

/** A day, or 暂无 where there is none yet. */
export function printDayOr(day: CalendarDay | null | undefined, otherwise = "暂无"): string {
  return day === null || day === undefined ? otherwise : printDay(day);
}
