import { parseDay, type CalendarDay } from "./calendar-day.ts";
import type { OffPeriod } from "./calendar.ts";

/** A run of days off, as a notice gives it; one day where first and last are the same. */
export function off(name: string, from: string, to: string): OffPeriod {
  return { name, from: parseDay(from), to: parseDay(to) };
}

/** Days by their dates. */
export function days(...texts: readonly string[]): readonly CalendarDay[] {
  return texts.map(parseDay);
}
