import type { HeldDeadline } from "../../domain/case-file/state.ts";
import { addDays, daysBetween, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { isWorkingDay, type Calendar, type Region } from "../../domain/deadlines/calendar.ts";
import { explainDeadline } from "../../domain/deadlines/explain.ts";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { DUE_SOON_WORKING_DAYS } from "../../domain/deadlines/due-soon.ts";
import { printCitation } from "../../domain/law/citation.ts";

/** How a deadline stands: `none` informs only, `yellow` is due soon, `red` is overdue. */
export type Lamp = "none" | "green" | "yellow" | "red";

/** A deadline with how it was counted and how it stands. */
export type DeadlineView = HeldDeadline & {
  readonly title: string;
  /** One sentence that says how it was counted. */
  readonly explanation: string;
  readonly citations: readonly string[];
  /** Null where it no longer runs, or where the end is too far away to be counted in working days. */
  readonly remainingWorkingDays: number | null;
  readonly lamp: Lamp;
};

/** The calendar and region that working days are counted by, and the day they are counted from. */
export interface CountingDay {
  readonly calendar: Calendar;
  readonly region: Region;
  readonly today: CalendarDay;
}

/** Beyond this nobody counts working days. */
const LONGEST_COUNT_DAYS = 60;

/** Says of a deadline what pages and callers show. */
export function viewDeadline(deadline: HeldDeadline, counting: CountingDay): DeadlineView {
  const term = TERMS[deadline.termId];
  const remainingWorkingDays =
    deadline.status === "open" ? countRemaining(deadline.endsOn, counting) : null;
  return {
    ...deadline,
    title: term.title,
    explanation: explainDeadline(deadline),
    citations: term.citations.map(printCitation),
    remainingWorkingDays,
    lamp: lampOf(deadline, counting.today, remainingWorkingDays),
  };
}

/** Working days from tomorrow through a day; 0 on the last day itself, null when it is far away or gone. */
export function countRemaining(
  endsOn: CalendarDay,
  { calendar, region, today }: CountingDay,
): number | null {
  const days = daysBetween(today, endsOn);
  if (days < 0 || days > LONGEST_COUNT_DAYS) return null;
  const upcoming = Array.from({ length: days }, (_, index) => addDays(today, index + 1));
  return upcoming.filter((day) => isWorkingDay(calendar, region, day)).length;
}

/** The lamp of a deadline that something happens at the end of. */
export function lampOf(
  deadline: Pick<HeldDeadline, "status" | "termId" | "endsOn">,
  today: CalendarDay,
  remainingWorkingDays: number | null,
): Lamp {
  if (TERMS[deadline.termId].onEnd === "information") return "none";
  if (deadline.status === "missed") return "red";
  if (deadline.status !== "open") return "none";
  if (deadline.endsOn < today) return "red";
  const isNear = remainingWorkingDays !== null && remainingWorkingDays <= DUE_SOON_WORKING_DAYS;
  return isNear ? "yellow" : "green";
}
