import { addDays, type CalendarDay } from "./calendar-day.ts";
import {
  dayKindOf,
  isWorkingKind,
  type Calendar,
  type DayKind,
  type FoundDay,
  type Region,
} from "./calendar.ts";
import { addMonths } from "./months.ts";

export { explainDeadline } from "./explain.ts";

/** Unit of a term (期限单位): 工作日 · 日 · 月 · 年. */
export type TermUnit = "working-day" | "day" | "month" | "year";

/**
 * What happens when the last day is a day off: `next-working-day` rolls forward (顺延), as for every term in which
 * somebody has to act; `none` for minimum and publicity periods, which end by themselves.
 */
export type RollRule = "next-working-day" | "none";

/** One line of the count as it is shown to people. */
export interface CountStep {
  readonly day: CalendarDay;
  /**
   * `first-counted`: the first day of a term in days, months, years; `counted`/`skipped`: a day inside a term in working days;
   * `term-end`: the day the term would end by the calendar; `rolled-over`/`rolled-to`: days on the way to the working day after.
   */
  readonly role: "first-counted" | "counted" | "skipped" | "term-end" | "rolled-over" | "rolled-to";
  /** Running number of a counted working day. */
  readonly count: number | null;
  /** Null where the count does not depend on what kind of day it is. */
  readonly kind: DayKind | null;
  readonly name: string | null;
  readonly notice: string | null;
  readonly provisional: boolean;
}

/** A computed time limit (期限届满日) with the way it was counted. */
export interface CountedDeadline {
  /** The day of the event; it is not counted. */
  readonly startsOn: CalendarDay;
  readonly endsOn: CalendarDay;
  /** The last day before any rolling; equal to `endsOn` where nothing rolled. */
  readonly nominalEndsOn: CalendarDay;
  readonly length: number;
  readonly unit: TermUnit;
  readonly direction: "after" | "before";
  readonly region: Region;
  readonly provisional: boolean;
  readonly calendarVersion: string;
  readonly steps: readonly CountStep[];
}

/** What is to be counted, and with which calendar. */
export interface DeadlineRequest {
  readonly startsOn: CalendarDay;
  readonly length: number;
  readonly unit: TermUnit;
  readonly rollRule: RollRule;
  readonly direction: "after" | "before";
  readonly region: Region;
  readonly calendar: Calendar;
}

/**
 * Counts a time limit (期间计算).
 *
 * The start day is not counted, whatever day it is (民事诉讼法第八十五条, 民法典第二百零一条). Working days end on the
 * n-th working day, make-up Saturdays and Sundays included (行政处罚法第八十五条). Months and years end on the same day
 * number or the month's last day (民法典第二百零二条). A last day off rolls to the first working day after
 * (民法典第二百零三条) where the term's rule says so. Backward counts never roll: that would shorten the term.
 *
 * Example: served 2026-03-16, five working days: 17, 18, 19, 20 and, after the weekend, 2026-03-23.
 */
export function computeDeadline(request: DeadlineRequest): CountedDeadline {
  const { length, unit, rollRule, direction } = request;
  if (!Number.isInteger(length) || length < 1) {
    throw new RangeError(`期限长度应为正整数：${length}`);
  }
  if (direction === "before" && unit !== "working-day" && rollRule !== "none") {
    throw new RangeError("倒算的期限不顺延");
  }
  const steps = unit === "working-day" ? countWorkingDays(request) : countByCalendar(request, unit);
  const nominal = steps.findLast((step) => step.role === "term-end" || step.role === "counted");
  return {
    startsOn: request.startsOn,
    endsOn: steps.at(-1)?.day ?? request.startsOn,
    nominalEndsOn: nominal?.day ?? request.startsOn,
    length,
    unit,
    direction,
    region: request.region,
    provisional: steps.some((step) => step.provisional),
    calendarVersion: request.calendar.version,
    steps,
  };
}

function countWorkingDays(request: DeadlineRequest): readonly CountStep[] {
  const move = request.direction === "after" ? 1 : -1;
  const steps: CountStep[] = [];
  let day = request.startsOn;
  for (let count = 0; count < request.length;) {
    day = addDays(day, move);
    const found = dayKindOf(request.calendar, request.region, day);
    const counts = isWorkingKind(found.kind);
    if (counts) count += 1;
    steps.push(stepOf(day, counts ? "counted" : "skipped", counts ? count : null, found));
  }
  return steps;
}

function countByCalendar(
  request: DeadlineRequest,
  unit: Exclude<TermUnit, "working-day">,
): readonly CountStep[] {
  const move = request.direction === "after" ? 1 : -1;
  const end = moveBy(request.startsOn, request.length * move, unit);
  const first = stepOf(addDays(request.startsOn, move), "first-counted", null, null);
  if (request.rollRule === "none") return [first, stepOf(end, "term-end", null, null)];
  const found = dayKindOf(request.calendar, request.region, end);
  return [first, stepOf(end, "term-end", null, found), ...rollFrom(end, found, request)];
}

function moveBy(
  day: CalendarDay,
  length: number,
  unit: Exclude<TermUnit, "working-day">,
): CalendarDay {
  switch (unit) {
    case "day":
      return addDays(day, length);
    case "month":
      return addMonths(day, length);
    case "year":
      return addMonths(day, length * 12);
  }
}

/** The days after a last day off, up to and including the first working day; none where it already is one. */
function rollFrom(
  end: CalendarDay,
  endFound: FoundDay,
  request: DeadlineRequest,
): readonly CountStep[] {
  const steps: CountStep[] = [];
  let found = endFound;
  let day = end;
  while (!isWorkingKind(found.kind)) {
    day = addDays(day, 1);
    found = dayKindOf(request.calendar, request.region, day);
    steps.push(stepOf(day, isWorkingKind(found.kind) ? "rolled-to" : "rolled-over", null, found));
  }
  return steps;
}

function stepOf(
  day: CalendarDay,
  role: CountStep["role"],
  count: number | null,
  found: FoundDay | null,
): CountStep {
  return {
    day,
    role,
    count,
    kind: found?.kind ?? null,
    name: found?.name ?? null,
    notice: found?.notice ?? null,
    provisional: found?.provisional ?? false,
  };
}
