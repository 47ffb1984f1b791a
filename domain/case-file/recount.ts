import type { DecideContext } from "./context.ts";
import { stamp } from "./decide.ts";
import type { CaseDeadline, CaseEvent, CaseEventData } from "./events.ts";
import { countClock } from "./set-deadline.ts";
import type { CaseFile, HeldDeadline } from "./state.ts";

/**
 * Counts every open clock of a case again after a holiday notice came in (放假安排公布后重新计算期限), and records what moved.
 *
 * A day that the new count would put before the day of the notice's entry is not taken: whoever relied on the later day keeps it (a
 * reading). A clock whose day stays, but is no longer provisional, is recorded as well. Counted again, nothing moves.
 */
export function recountDeadlines(file: CaseFile, context: DecideContext): readonly CaseEvent[] {
  const moved = file.deadlines
    .filter((each) => each.status === "open")
    .flatMap((each) => recountOne(each, context));
  return stamp(moved, "system", context);
}

function recountOne(held: HeldDeadline, context: DecideContext): readonly CaseEventData[] {
  const { deadlineId, startsOn, length, unit, termId } = held;
  const deadline = countClock(deadlineId, termId, { startsOn, length, unit }, context);
  const { endsOn, provisional } = deadline;
  const isSame = endsOn === held.endsOn && provisional === held.provisional;
  if (isSame || endsOn < context.today) return [];
  const because = findReason(held, deadline, context);
  return [{ type: "DeadlineRecounted", deadline, was: held.endsOn, because }];
}

/** The notices that the new count names and the old one did not; the newest where none does. */
function findReason(
  held: HeldDeadline,
  { steps }: CaseDeadline,
  { calendar }: DecideContext,
): string {
  const before = new Set(held.steps.map((step) => step.notice));
  const named = steps.map((step) => step.notice).filter((notice) => notice !== null);
  const fresh = [...new Set(named)].filter((notice) => !before.has(notice));
  if (fresh.length > 0) return fresh.join("、");
  const newest = calendar.notices.filter((notice) => notice.issuedOn === calendar.version);
  return newest.at(-1)?.number ?? calendar.version;
}
