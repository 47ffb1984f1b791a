import type { History } from "@temporalio/common/lib/proto-utils.js";

/** What the move of the demo clock adds to a history: the Update's two events and the task that took it. */
const EVENTS_PER_MOVE = 5;
/** What waking by its own timer would have cost instead: the timer and a task. */
const EVENTS_PER_WAKING = 4;

/** Events of a chain of runs: all, and those that would be there had people waited instead of moving the clock. */
export function countEvents(
  runs: readonly History[],
  wakings: number,
): { readonly runs: number; readonly all: number; readonly lived: number } {
  const events = runs.flatMap((run) => run.events ?? []);
  const moves = events.filter(
    (event) =>
      event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ===
      "moveClock",
  );
  const lived = events.length - moves.length * EVENTS_PER_MOVE + wakings * EVENTS_PER_WAKING;
  return { runs: runs.length, all: events.length, lived };
}
