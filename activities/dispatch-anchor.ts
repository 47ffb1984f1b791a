import { sql } from "drizzle-orm";
import { readClockOffset } from "../platform/clock.ts";
import { inTransaction } from "../platform/database.ts";
import { TASK_QUEUES } from "../platform/task-queues.ts";
import { clockMovedSignal, DAILY_ANCHOR_ID } from "../workflows/messages.ts";
import type { DispatchDeps } from "./dispatch.ts";

/** Sees to it that somebody makes the daily anchor: where the workflow runs, it only hears what time it is. */
export async function dispatchAnchor({ database, client }: DispatchDeps): Promise<void> {
  const found = await inTransaction(database, async (tx) => {
    const { rows } = await tx.execute<{ due: boolean }>(sql`
      select coalesce(max(day) < (case_clock_now() at time zone 'Asia/Shanghai')::date - 1, true) as due
      from anchors`);
    return { isDue: rows[0]?.due === true, offsetMs: await readClockOffset(tx) };
  });
  if (!found.isDue) return;
  const { offsetMs } = found;
  await client.workflow.signalWithStart("dailyAnchor", {
    workflowId: DAILY_ANCHOR_ID,
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ clockOffsetMs: offsetMs }],
    signal: clockMovedSignal,
    signalArgs: [{ offsetMs }],
  });
}
