import { isCalendarDay, type CalendarDay } from "../deadlines/calendar-day.ts";

const SHAPE = /^[1-9]\d{16}[\dX]$/;
const WEIGHTS = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2] as const;
const CHECK_CHARACTERS = "10X98765432";

/** Brings a number as typed into the form that is stored: no blanks, upper-case X. */
export function normalizeResidentIdNumber(text: string): string {
  return text.replace(/\s/g, "").toUpperCase();
}

/**
 * Says whether a text is a well-formed resident identity number (公民身份号码, GB 11643): 18 places, a real birth day,
 * the check character. A lower-case x is accepted; what is stored is `normalizeResidentIdNumber` of it.
 *
 * Example: `11010519491231002X` is one; the same ending in 1 is not.
 */
export function isResidentIdNumber(text: string): boolean {
  const number = text.toUpperCase();
  if (!SHAPE.test(number) || birthDayOf(number) === null) return false;
  const sum = WEIGHTS.reduce(
    (total, weight, place) => total + weight * Number(number.charAt(place)),
    0,
  );
  return CHECK_CHARACTERS.charAt(sum % 11) === number.charAt(17);
}

/** The birth day (出生日期) in places 7 to 14; null where these are no real day of the years 1800–2099. */
export function birthDayOf(number: string): CalendarDay | null {
  const digits = number.slice(6, 14);
  if (!/^(?:18|19|20)\d{6}$/.test(digits)) return null;
  const day = `${digits.slice(0, 4)}-${digits.slice(4, 6)}-${digits.slice(6)}`;
  return isCalendarDay(day) ? day : null;
}

/**
 * Full years of age on a day (周岁). A year of age is completed on the day after the birthday, the reading that leaves
 * a young person the protection of minors longest: born 2008-03-02, 17 on 2026-03-02 and 18 on 2026-03-03.
 */
export function yearsCompletedOn(birthDay: CalendarDay, day: CalendarDay): number {
  const years = Number(day.slice(0, 4)) - Number(birthDay.slice(0, 4));
  return Math.max(0, day.slice(5) > birthDay.slice(5) ? years : years - 1);
}
