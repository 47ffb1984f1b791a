import type { CalendarDay } from "../deadlines/calendar-day.ts";
import { endOfDay } from "../deadlines/calendar-day.ts";
import { computeDeadline, type TermUnit } from "../deadlines/compute.ts";
import { TERMS, type TermId } from "../deadlines/terms.ts";
import { valueOf } from "../packs/pack-values.ts";
import type { DecideContext } from "./context.ts";
import type { CaseDeadline, CaseEventData } from "./events.ts";
import { isUnderWay, type CaseFile, type HeldDeadline } from "./state.ts";

/**
 * Starts a clock of the case (起算期限): length and unit from the table of terms, or from the pinned pack where the term says so.
 *
 * Throws where the pack holds no value: such a pack can't be activated, so this is a fault, not a refusal.
 */
export function setDeadline(
  file: CaseFile,
  termId: TermId,
  startsOn: CalendarDay,
  context: DecideContext,
): Extract<CaseEventData, { type: "DeadlineSet" }> {
  const { length, unit } = resolveLength(termId, context);
  return setCountedDeadline(file, termId, { startsOn, length, unit }, context);
}

/** The same with a length that the case itself brings, such as the chosen one of two conflicting sources. */
export function setCountedDeadline(
  file: CaseFile,
  termId: TermId,
  count: { startsOn: CalendarDay; length: number; unit: TermUnit },
  context: DecideContext,
): Extract<CaseEventData, { type: "DeadlineSet" }> {
  const earlier = file.deadlines.filter((each) => each.termId === termId).length;
  const deadlineId = `${termId}/${String(earlier + 1)}`;
  return { type: "DeadlineSet", deadline: countClock(deadlineId, termId, count, context) };
}

/** Counts a clock of the case by the roll rule of its term and the calendar of its pack (计算期限). */
export function countClock(
  deadlineId: string,
  termId: TermId,
  count: { startsOn: CalendarDay; length: number; unit: TermUnit },
  context: DecideContext,
): CaseDeadline {
  const counted = computeDeadline({
    ...count,
    rollRule: TERMS[termId].rollRule,
    direction: "after",
    region: context.pack.calendarRegion,
    calendar: context.calendar,
  });
  return {
    deadlineId,
    termId,
    startsOn: counted.startsOn,
    endsOn: counted.endsOn,
    dueAt: endOfDay(counted.endsOn).toISOString(),
    length: counted.length,
    unit: counted.unit,
    provisional: counted.provisional,
    calendarVersion: counted.calendarVersion,
    steps: counted.steps,
  };
}

const MAY_BE_MET: readonly HeldDeadline["status"][] = ["open", "paused", "missed"];

/** Marks an open clock as kept, if the case has one of the term. */
export function meetDeadline(file: CaseFile, termId: TermId): readonly CaseEventData[] {
  const running = file.deadlines.filter(
    (each) => each.termId === termId && MAY_BE_MET.includes(each.status),
  );
  return running.map((each) => ({ type: "DeadlineMet", deadlineId: each.deadlineId }));
}

/** Stops an open clock of a term that no longer matters, such as a public notice overtaken by service in person. */
export function liftDeadline(file: CaseFile, termId: TermId): readonly CaseEventData[] {
  return file.deadlines
    .filter((each) => each.termId === termId && isUnderWay(each))
    .map((each) => ({ type: "DeadlineLifted", deadlineId: each.deadlineId }));
}

function resolveLength(termId: TermId, context: DecideContext): { length: number; unit: TermUnit } {
  const term = TERMS[termId];
  if (term.length !== "pack") return { length: term.length, unit: term.unit };
  const field = term.packField;
  const value = field === undefined ? null : valueOf(context.pack, field).value;
  if (value === null) throw new Error(`the pack in force holds no value for the term ${termId}`);
  return value;
}
