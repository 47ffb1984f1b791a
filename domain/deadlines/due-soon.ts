import { addDays, endOfDay, type CalendarDay } from "./calendar-day.ts";
import { isWorkingDay, type Calendar, type Region } from "./calendar.ts";

/** A clock is due soon (临期) when it runs out within so many working days. */
export const DUE_SOON_WORKING_DAYS = 3;
const REGION: Region = "CN-GX";

/**
 * The first moment that is no longer soon on a day: the end of the third working day after it.
 *
 * Example: on Thursday 2026-04-30 that is the end of 05-08, for 05-01 to 05-05 are off.
 */
export function findDueSoonEnd(calendar: Calendar, today: CalendarDay): Date {
  let day = today;
  for (let counted = 0; counted < DUE_SOON_WORKING_DAYS;) {
    day = addDays(day, 1);
    if (isWorkingDay(calendar, REGION, day)) counted += 1;
  }
  return endOfDay(day);
}
