import type { Mark } from "../law/citation.ts";
import { weekdayOf, type CalendarDay } from "./calendar-day.ts";
import { GUANGXI_NOTICES } from "./guangxi-notices.ts";
import { NATIONAL_NOTICES } from "./official-notices.ts";
import { statutoryHolidayOf } from "./provisional-years.ts";

/** Whose days off count: the whole country, or Guangxi with its 壮族三月三 on top of the national ones. */
export type Region = "CN" | "CN-GX";

/** A run of days off under one name, first and last day included: 清明节 2026-04-04 to 2026-04-06. */
export interface OffPeriod {
  readonly name: string;
  readonly from: CalendarDay;
  readonly to: CalendarDay;
}

/**
 * One official notice on the days off of a year (放假安排通知).
 *
 * A notice may reach into the last week of the year before: the one for 2023 gives Saturday 2022-12-31 off.
 * Where two notices of one region name the same day, the one issued later rules.
 */
export interface CalendarNotice {
  /** As printed: 国办发明电〔2025〕7号; the title where the notice has no number. Unique in a calendar. */
  readonly number: string;
  readonly region: Region;
  readonly year: number;
  /** Day of issue, `2025-11-04`; only the month, `2018-03`, where the day is not known. */
  readonly issuedOn: string;
  readonly offDays: readonly OffPeriod[];
  /** Weekend days on which people work (调休上班日). */
  readonly workDays: readonly CalendarDay[];
  /** Make-up workdays of an earlier notice that fall away. */
  readonly cancels?: readonly CalendarDay[];
  readonly mark: Mark;
  readonly remark?: string;
}

/** All notices known, under one version: what a deadline was counted with. */
export interface Calendar {
  readonly version: string;
  readonly notices: readonly CalendarNotice[];
}

export type DayKind = "working-day" | "weekend" | "public-holiday" | "make-up-workday";

/** What kind of day it is, and which notice says so. */
export interface FoundDay {
  readonly kind: DayKind;
  /** Number of the notice that names the day; null where only the weekday or the statutory table speaks. */
  readonly notice: string | null;
  /** 清明节, 国庆节 … for days off with a name. */
  readonly name: string | null;
  /** True while the notice of the year is not out: the kind rests on the statutory days alone. */
  readonly provisional: boolean;
}

/** The calendar as shipped: national notices 2018–2026 and those on 壮族三月三. */
export const OFFICIAL_CALENDAR: Calendar = {
  version: "2026-03-04",
  notices: [...NATIONAL_NOTICES, ...GUANGXI_NOTICES],
};

/**
 * Says what kind of day a day is (工作日、休息日、法定节假日、调休上班日).
 *
 * The regional notice wins over the national one. A year without its notice is counted by the statutory days
 * (全国年节及纪念日放假办法第二条) and is provisional; a year beyond every table throws a RangeError that names it.
 *
 * Example: 2022-04-02, a Saturday, is a make-up workday in CN and a holiday (壮族三月三) in CN-GX.
 */
export function dayKindOf(calendar: Calendar, region: Region, day: CalendarDay): FoundDay {
  const year = Number(day.slice(0, 4));
  const regions: readonly Region[] = region === "CN" ? ["CN"] : [region, "CN"];
  const known = regions.map((each) => hasNotice(calendar, each, year));
  const provisional = known.includes(false);
  const rulings = regions.map((each, index) =>
    rulingOf(calendar, each, day, known[index] === true),
  );
  const ruling = rulings.find((each) => each !== null);
  if (ruling !== undefined && ruling !== null) return { ...ruling, provisional };
  const weekday = weekdayOf(day);
  const kind = weekday === 0 || weekday === 6 ? "weekend" : "working-day";
  return { kind, notice: null, name: null, provisional };
}

/** Says whether offices work on a day; a make-up Saturday or Sunday counts as a working day. */
export function isWorkingDay(calendar: Calendar, region: Region, day: CalendarDay): boolean {
  return isWorkingKind(dayKindOf(calendar, region, day).kind);
}

/** Working days and make-up workdays are days on which terms run and may end. */
export function isWorkingKind(kind: DayKind): boolean {
  return kind === "working-day" || kind === "make-up-workday";
}

type Ruling = Omit<FoundDay, "provisional">;

/** What one region says about a day; null where it is silent and the weekday decides. */
function rulingOf(
  calendar: Calendar,
  region: Region,
  day: CalendarDay,
  yearIsKnown: boolean,
): Ruling | null {
  // Asked first, so that a year without any table is an error whatever a neighboring year's notice says.
  const statutory = yearIsKnown ? null : statutoryHolidayOf(region, day);
  const notice = latestNoticeNaming(calendar, region, day);
  if (notice !== null) return rulingIn(notice, day);
  return statutory === null ? null : { kind: "public-holiday", notice: null, name: statutory };
}

function latestNoticeNaming(
  calendar: Calendar,
  region: Region,
  day: CalendarDay,
): CalendarNotice | null {
  const naming = calendar.notices.filter((each) => each.region === region && names(each, day));
  return naming.reduce<CalendarNotice | null>(
    (latest, each) => (latest === null || each.issuedOn >= latest.issuedOn ? each : latest),
    null,
  );
}

function rulingIn(notice: CalendarNotice, day: CalendarDay): Ruling | null {
  const period = periodNaming(notice, day);
  if (period !== undefined) {
    return { kind: "public-holiday", notice: notice.number, name: period.name };
  }
  if (notice.workDays.includes(day)) {
    return { kind: "make-up-workday", notice: notice.number, name: null };
  }
  return { kind: "weekend", notice: notice.number, name: null };
}

function names(notice: CalendarNotice, day: CalendarDay): boolean {
  if (periodNaming(notice, day) !== undefined) return true;
  return notice.workDays.includes(day) || (notice.cancels ?? []).includes(day);
}

function periodNaming(notice: CalendarNotice, day: CalendarDay): OffPeriod | undefined {
  return notice.offDays.find((period) => period.from <= day && day <= period.to);
}

function hasNotice(calendar: Calendar, region: Region, year: number): boolean {
  return calendar.notices.some((each) => each.region === region && each.year === year);
}
