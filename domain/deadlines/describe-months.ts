import { addDays, parseDay, type CalendarDay } from "./calendar-day.ts";
import { dayKindOf, type Calendar, type FoundDay, type Region } from "./calendar.ts";
import { addMonths } from "./months.ts";

/** A day and what kind of day it is. */
export interface DescribedDay extends FoundDay {
  readonly day: CalendarDay;
}

/** So many months in a row are described whole; of a longer span only the first and the last. */
const MOST_MONTHS = 6;

/**
 * Describes every day of the months from one day to another, in their order (逐日的日期类别); the days can come in either order.
 *
 * Example: from 2026-03-16 to 2026-04-08 the 61 days of March and April; from 2026-03-27 to 2029-03-27 those of March 2026 and
 * of March 2029.
 *
 * @throws RangeError when a month lies in a year that no calendar reaches.
 */
export function describeMonths(
  calendar: Calendar,
  region: Region,
  one: CalendarDay,
  other: CalendarDay,
): readonly DescribedDay[] {
  const [from, to] = one <= other ? [one, other] : [other, one];
  const months = findMonths(from, to);
  const shown = months.length > MOST_MONTHS ? months.filter((_, at) => isEdge(at, months)) : months;
  return shown.flatMap(findDays).map((day) => ({ day, ...dayKindOf(calendar, region, day) }));
}

function isEdge(at: number, months: readonly CalendarDay[]): boolean {
  return at === 0 || at === months.length - 1;
}

/** The first days of all months that the span touches. */
function findMonths(from: CalendarDay, to: CalendarDay): readonly CalendarDay[] {
  const months: CalendarDay[] = [];
  let month = parseDay(`${from.slice(0, 7)}-01`);
  while (month <= to) {
    months.push(month);
    month = addMonths(month, 1);
  }
  return months;
}

function findDays(month: CalendarDay): readonly CalendarDay[] {
  const days: CalendarDay[] = [];
  for (let day = month; day.slice(0, 7) === month.slice(0, 7); day = addDays(day, 1)) {
    days.push(day);
  }
  return days;
}
