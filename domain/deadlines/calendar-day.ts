/**
 * A legal day in Shanghai time (日), written `"2026-03-02"`.
 *
 * A day is not a moment: it has no time zone arithmetic of its own, and comparing two of them as text compares them in time.
 */
export type CalendarDay = string & { readonly __brand: "CalendarDay" };

const MS_PER_DAY = 86_400_000;
const SHANGHAI_OFFSET_MS = 8 * 3_600_000;

/** Says whether a text is a real day: `2026-02-29` is not. */
export function isCalendarDay(text: string): text is CalendarDay {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(text)) return false;
  const at = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(at) && toDay(at) === text;
}

/** Reads a day; throws a RangeError that names the text when it is none. */
export function parseDay(text: string): CalendarDay {
  if (!isCalendarDay(text)) throw new RangeError(`不是有效日期：${text}（应为 2026-03-02 的形式）`);
  return text;
}

/** The Shanghai day on which a moment falls: 2026-03-01T16:00:00Z is 2026-03-02. */
export function dayOf(moment: Date): CalendarDay {
  return toDay(moment.getTime() + SHANGHAI_OFFSET_MS);
}

/** The first moment of a day in Shanghai: the start of 2026-03-02 is 2026-03-01T16:00:00Z. */
export function startOfDay(day: CalendarDay): Date {
  return new Date(utcMidnight(day) - SHANGHAI_OFFSET_MS);
}

/** The first moment after a day, which is when a window ending on it has run out (24:00). */
export function endOfDay(day: CalendarDay): Date {
  return startOfDay(addDays(day, 1));
}

/** Moves a day by calendar days, back when negative. */
export function addDays(day: CalendarDay, days: number): CalendarDay {
  return toDay(utcMidnight(day) + days * MS_PER_DAY);
}

/** 0 is Sunday … 6 is Saturday. */
export function weekdayOf(day: CalendarDay): number {
  return new Date(utcMidnight(day)).getUTCDay();
}

/** Calendar days from one day to another; negative when the second is earlier. */
export function daysBetween(from: CalendarDay, to: CalendarDay): number {
  return Math.round((utcMidnight(to) - utcMidnight(from)) / MS_PER_DAY);
}

/** Prints a day as officials write it: 2026年3月2日. */
export function printDay(day: CalendarDay): string {
  const [year, month, date] = day.split("-");
  return `${Number(year)}年${Number(month)}月${Number(date)}日`;
}

function utcMidnight(day: CalendarDay): number {
  return Date.parse(`${day}T00:00:00Z`);
}

function toDay(utcMs: number): CalendarDay {
  // eslint-disable-next-line @typescript-eslint/consistent-type-assertions -- the one place that makes a day; its form follows from toISOString
  return new Date(utcMs).toISOString().slice(0, 10) as CalendarDay;
}
