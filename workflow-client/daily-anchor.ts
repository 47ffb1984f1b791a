import { TASK_QUEUES } from "../platform/task-queues.ts";
import { clockMovedSignal, DAILY_ANCHOR_ID } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** Sees to it that somebody makes the daily anchor: where the workflow runs, it only hears what time it is. */
export async function wakeDailyAnchor(
  { client }: Pick<ClientDeps, "client">,
  offsetMs: number,
): Promise<void> {
  await client.workflow.signalWithStart("dailyAnchor", {
    workflowId: DAILY_ANCHOR_ID,
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ clockOffsetMs: offsetMs }],
    signal: clockMovedSignal,
    signalArgs: [{ offsetMs }],
  });
}
