import { expect, it } from "vitest";
import { OFFICIAL_CALENDAR } from "../../../domain/deadlines/calendar.ts";
import { parseDay } from "../../../domain/deadlines/calendar-day.ts";
import { findDueSoonEnd } from "../../../domain/deadlines/due-soon.ts";

it.each([
  ["2026-03-16", "2026-03-19", "a plain week"],
  ["2026-03-19", "2026-03-24", "over a weekend"],
  ["2026-04-30", "2026-05-08", "over 劳动节, 05-01 to 05-05"],
  ["2026-04-15", "2026-04-22", "over 三月三 in Guangxi, 04-17 to 04-20"],
  ["2026-10-09", "2026-10-13", "with the make-up Saturday 10-10"],
])("soon on %s is what runs out by %s: %s", (today, last) => {
  const end = findDueSoonEnd(OFFICIAL_CALENDAR, parseDay(today));
  expect(new Date(end.getTime() - 1).toLocaleDateString("sv", { timeZone: "Asia/Shanghai" })).toBe(
    last,
  );
});
