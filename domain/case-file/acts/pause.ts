import type { CalendarDay } from "../../deadlines/calendar-day.ts";
import { addDays } from "../../deadlines/calendar-day.ts";
import { isWorkingDay } from "../../deadlines/calendar.ts";
import type { TermUnit } from "../../deadlines/compute.ts";
import { TERMS } from "../../deadlines/terms.ts";
import type { CommandOf } from "../commands.ts";
import type { DecideContext } from "../context.ts";
import { refuseContent, type Decided } from "../judgement.ts";
import { countClock } from "../set-deadline.ts";
import { findOpenDeadline, type CaseFile } from "../state.ts";

/**
 * Lets a clock of the authority rest (中止期限), only where the law says so: a legal officer names the article, and the clock of a party
 * never rests. A resting clock raises no alarm.
 */
export function pauseDeadline(
  command: CommandOf<"pause-deadline">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { termId, article, reasons } = command;
  if (TERMS[termId].pause === undefined) {
    return refuseContent("这一期限没有可以中止的规定", "请在期限内办结；确已逾期的，仍应立即办理");
  }
  const open = findOpenDeadline(file, termId);
  if (open === undefined) return refuseContent("这一期限没有在计算", "只有尚未届满的期限可以中止");
  if (reasons.trim() === "" || article.trim() === "") {
    return refuseContent("未写明中止的理由或者依据的条款", "请写明理由和规定中止的文件、条款");
  }
  const { deadlineId } = open;
  return [{ type: "DeadlinePaused", deadlineId, pausedOn: context.today, article, reasons }];
}

/**
 * Lets it run on (恢复计算): it ends later by as many days, or working days, as it rested.
 *
 * Example: ninety days end on 2026-04-15; resting from 03-01 to 03-11 they end on 04-27, because ten days on, 04-25, is a Saturday.
 */
export function resumeDeadline(
  command: CommandOf<"resume-deadline">,
  file: CaseFile,
  context: DecideContext,
): Decided {
  const { termId, reasons } = command;
  const resting = file.deadlines.find((each) => each.termId === termId && each.status === "paused");
  if (resting?.pausedOn === undefined) return refuseContent("这一期限没有中止", "无需办理");
  if (reasons.trim() === "") return refuseContent("未写明恢复计算的理由", "请写明理由");
  const { deadlineId, startsOn, unit } = resting;
  const rested = countRested(resting.pausedOn, unit, context);
  const longer = { startsOn, length: resting.length + rested, unit };
  const deadline = countClock(deadlineId, termId, longer, context);
  return [{ type: "DeadlineResumed", deadline, was: resting.endsOn, rested, reasons }];
}

/** Days from the one on which the clock stopped to the day before today, in the unit of the term. */
function countRested(
  pausedOn: CalendarDay,
  unit: TermUnit,
  { today, calendar, pack }: DecideContext,
): number {
  let rested = 0;
  for (let day = pausedOn; day < today; day = addDays(day, 1)) {
    if (unit !== "working-day" || isWorkingDay(calendar, pack.calendarRegion, day)) rested += 1;
  }
  return rested;
}
