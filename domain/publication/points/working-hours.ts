import { addDays, dayOf, startOfDay } from "../../deadlines/calendar-day.ts";
import { isWorkingDay, type Calendar, type Region } from "../../deadlines/calendar.ts";

/** When a receiver takes data (接收时段): on working days from one full hour to another, Shanghai time. */
export interface WorkingHours {
  readonly from: number;
  readonly to: number;
}

/** Office hours on working days (工作日工作时间). */
export const OFFICE_HOURS: WorkingHours = { from: 8, to: 18 };

const HOUR_MS = 3_600_000;
/** The longest run of days off is far shorter. */
const DAYS_AHEAD = 60;

/**
 * The moment from which a receiver takes data (下一接收时刻): the given one while it is open, else its next opening.
 *
 * Example: hours 8–18, Saturday 2026-03-14 10:00 → Monday 2026-03-16 08:00.
 */
export function nextOpening(
  hours: WorkingHours | null,
  at: Date,
  calendar: Calendar,
  region: Region,
): Date {
  if (hours === null) return at;
  for (let ahead = 0; ahead <= DAYS_AHEAD; ahead += 1) {
    const day = addDays(dayOf(at), ahead);
    if (!isWorkingDay(calendar, region, day)) continue;
    const opens = new Date(startOfDay(day).getTime() + hours.from * HOUR_MS);
    const closes = new Date(startOfDay(day).getTime() + hours.to * HOUR_MS);
    if (at < closes) return at < opens ? opens : at;
  }
  return at;
}
