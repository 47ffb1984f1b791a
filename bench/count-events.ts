import type { Client } from "@temporalio/client";

/** Events of a whole chain of runs, in all and without what moves of the demo clock cost. */
export interface EventCount {
  readonly runs: number;
  readonly all: number;
  readonly withoutClockMoves: number;
}

/** What the answer to a move of the clock adds: the Update's two events, and the task that took it. */
const EVENTS_PER_MOVE = 5;

/** Counts the history events of every run of one workflow id, from the last run back to the first. */
export async function countEvents(client: Client, workflowId: string): Promise<EventCount> {
  let [runs, all, moves] = [0, 0, 0];
  let runId: string | undefined;
  do {
    const { events } = await client.workflow.getHandle(workflowId, runId).fetchHistory();
    if (!events) throw new Error("a run has no history");
    runs += 1;
    all += events.length;
    moves += events.filter(
      (event) =>
        event.workflowExecutionUpdateAcceptedEventAttributes?.acceptedRequest?.input?.name ===
        "moveClock",
    ).length;
    const started = events[0]?.workflowExecutionStartedEventAttributes;
    runId = started?.continuedExecutionRunId ?? "";
  } while (runId !== "");
  return { runs, all, withoutClockMoves: all - moves * EVENTS_PER_MOVE };
}
