import { daysBetween, weekdayOf, type CalendarDay } from "./calendar-day.ts";
import type { Calendar, CalendarNotice } from "./calendar.ts";

/**
 * Takes a newly published notice into the calendar (录入放假安排). The result has a version of its own;
 * open deadlines are counted again with it.
 *
 * @throws RangeError with every fault when the notice contradicts itself or is already known.
 */
export function enterNotice(calendar: Calendar, notice: CalendarNotice, version: string): Calendar {
  const faults = findNoticeFaults(calendar, notice);
  if (faults.length > 0) throw new RangeError(faults.join("；"));
  return { version, notices: [...calendar.notices, notice] };
}

/** What is wrong with a notice as entered, in Chinese; empty when it can be taken in. */
export function findNoticeFaults(calendar: Calendar, notice: CalendarNotice): readonly string[] {
  const known = calendar.notices.some((each) => each.number === notice.number);
  return [
    ...(known ? [`通知${notice.number}已经录入`] : []),
    ...notice.offDays
      .filter((period) => period.to < period.from)
      .map((period) => `${period.name}的最后一日早于第一日`),
    ...notice.workDays
      .filter((day) => !isWeekend(day))
      .map((day) => `调休上班日${day}不是周六或者周日`),
    ...notice.workDays
      .filter((day) => isOff(notice, day))
      .map((day) => `${day}既列为放假又列为上班`),
    ...daysNamed(notice)
      .filter((day) => !belongsToYear(notice.year, day))
      .map((day) => `${day}不在${notice.year}年之内`),
    ...(notice.cancels ?? [])
      .filter((day) => !isKnownWorkDay(calendar, notice, day))
      .map((day) => `${day}没有可以取消的调休上班安排`),
  ];
}

function daysNamed(notice: CalendarNotice): readonly CalendarDay[] {
  return [...notice.offDays.flatMap((period) => [period.from, period.to]), ...notice.workDays];
}

/** A notice may reach into the last week of the year before, as 元旦 2019 and 2023 did. */
function belongsToYear(year: number, day: CalendarDay): boolean {
  if (Number(day.slice(0, 4)) === year) return true;
  return day.startsWith(`${year - 1}-12-`) && Number(day.slice(8)) >= 25;
}

function isWeekend(day: CalendarDay): boolean {
  return weekdayOf(day) === 0 || weekdayOf(day) === 6;
}

function isOff(notice: CalendarNotice, day: CalendarDay): boolean {
  return notice.offDays.some(
    (period) => daysBetween(period.from, day) >= 0 && daysBetween(day, period.to) >= 0,
  );
}

function isKnownWorkDay(calendar: Calendar, notice: CalendarNotice, day: CalendarDay): boolean {
  return calendar.notices.some(
    (each) => each.region === notice.region && each.workDays.includes(day),
  );
}
