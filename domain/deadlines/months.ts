import { parseDay, type CalendarDay } from "./calendar-day.ts";

/**
 * Moves a day by whole months, back when negative: to the same day number, or to the month's last day
 * where there is none (民法典第二百零二条).
 *
 * Example: 2026-08-31 plus 6 months is 2027-02-28.
 */
export function addMonths(day: CalendarDay, months: number): CalendarDay {
  const [year, month, date] = day.split("-").map(Number);
  if (year === undefined || month === undefined || date === undefined) {
    throw new RangeError(`不是有效日期：${day}`);
  }
  const total = year * 12 + (month - 1) + months;
  const targetYear = Math.floor(total / 12);
  const targetMonth = (total % 12) + 1;
  const targetDate = Math.min(date, lengthOfMonth(targetYear, targetMonth));
  return parseDay(`${pad(targetYear, 4)}-${pad(targetMonth, 2)}-${pad(targetDate, 2)}`);
}

function lengthOfMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate();
}

function pad(value: number, length: number): string {
  return String(value).padStart(length, "0");
}
