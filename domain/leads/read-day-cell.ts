import { isCalendarDay, type CalendarDay } from "../deadlines/calendar-day.ts";

/**
 * Reads a day as files write it: `2026-03-02`, `2026/3/2`, `2026.3.2`, `2026年3月2日`, `20260302`; a time of day behind it is left out.
 * Null where the cell is empty, `wrong` where it holds no real day.
 */
export function readDayCell(text: string | undefined): CalendarDay | "wrong" | null {
  if (text === undefined) return null;
  const found =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?(?:[ T]\d{1,2}:\d{2}(?::\d{2}(?:\.\d+)?)?Z?)?$/.exec(
      text,
    ) ?? /^(\d{4})(\d{2})(\d{2})$/.exec(text);
  if (found === null) return "wrong";
  const [, year = "", month = "", day = ""] = found;
  const written = `${year}-${month.padStart(2, "0")}-${day.padStart(2, "0")}`;
  return isCalendarDay(written) ? written : "wrong";
}
