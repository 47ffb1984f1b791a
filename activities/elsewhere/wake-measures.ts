import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { sql } from "drizzle-orm";
import { readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import { TASK_QUEUES } from "../../platform/task-queues.ts";
import { ELSEWHERE_MEASURES_ID, elsewhereMeasuresCall } from "../../workflows/messages.ts";

/** What waking needs. */
export interface WakeDeps {
  readonly database: Database;
  readonly client: Client;
}

/**
 * Sees to it that implementers are told what waits for them, or what has passed its last day. Where nothing is due, or somebody is at it,
 * nothing happens.
 */
export async function wakeElsewhereMeasures({ database, client }: WakeDeps): Promise<void> {
  const { isDue, clockOffsetMs } = await inTransaction(database, async (tx) => {
    const { rows } = await tx.execute<{ due: boolean }>(sql`
      select exists (select 1 from elsewhere_deliveries d join elsewhere_listings l using (entry_id, version)
          where d.received_at is null and d.next_attempt_at <= case_clock_now())
        or exists (select 1 from elsewhere_listings
          where state = 'shown' and shown_through < (case_clock_now() at time zone 'Asia/Shanghai')::date) as due`);
    return { isDue: rows[0]?.due === true, clockOffsetMs: await readClockOffset(tx) };
  });
  if (!isDue || (await isAtWork(client))) return;
  await client.workflow.signalWithStart("elsewhereMeasures", {
    ...elsewhereMeasuresCall(clockOffsetMs),
    taskQueue: TASK_QUEUES.listingCase,
  });
}

/** Whether implementers are being told at this moment: then what is due is on its way. */
async function isAtWork(client: Client): Promise<boolean> {
  try {
    const { raw } = await client.workflow.getHandle(ELSEWHERE_MEASURES_ID).describe();
    return (raw.pendingActivities ?? []).length > 0;
  } catch (error) {
    if (error instanceof WorkflowNotFoundError) return false;
    throw error;
  }
}
