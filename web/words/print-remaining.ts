import { daysBetween, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";

/** What of a deadline says how much time is left. */
export interface TimeLeft {
  readonly endsOn: CalendarDay;
  /** Null where the count of working days says nothing: years, or years without a calendar. */
  readonly remainingWorkingDays: number | null;
}

/** 还有3个工作日, 今天到期, 已逾期2个工作日; by calendar days where working days are not counted. */
export function printRemaining(left: TimeLeft, today: CalendarDay): string {
  const byCalendar = daysBetween(today, left.endsOn);
  if (byCalendar === 0) return "今天到期";
  const days = left.remainingWorkingDays;
  if (byCalendar < 0) {
    // A last day followed by days off only is over all the same.
    return days === null || days === 0
      ? `已过${String(-byCalendar)}日`
      : `已过${String(Math.abs(days))}个工作日`;
  }
  if (days === null) return `还有${String(byCalendar)}日`;
  return `还有${String(days)}个工作日`;
}
