import { readClockOffset } from "../platform/clock.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { ELSEWHERE_MEASURES_ID, publishSignal } from "../workflows/messages.ts";
import type { ClientDeps } from "./client-deps.ts";

/** Has implementers told of what waits for them of lists that others decide (外部认定的名单). */
export async function wakeElsewhereMeasures({ client, database }: ClientDeps): Promise<void> {
  const clockOffsetMs = await readClockOffset(database);
  await client.workflow.signalWithStart("elsewhereMeasures", {
    workflowId: ELSEWHERE_MEASURES_ID,
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ clockOffsetMs }],
    signal: publishSignal,
  });
}
