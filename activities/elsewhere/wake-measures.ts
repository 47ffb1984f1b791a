import type { Client } from "@temporalio/client";
import { sql } from "drizzle-orm";
import { readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import { TASK_QUEUES } from "../../platform/task-queues.ts";
import { ELSEWHERE_MEASURES_ID, publishSignal } from "../../workflows/messages.ts";

/** What waking needs. */
export interface WakeDeps {
  readonly database: Database;
  readonly client: Client;
}

/** Sees to it that implementers are told what waits for them, or what has passed its last day; where nothing is due, nothing happens. */
export async function wakeElsewhereMeasures({ database, client }: WakeDeps): Promise<void> {
  const { isDue, clockOffsetMs } = await inTransaction(database, async (tx) => {
    const { rows } = await tx.execute<{ due: boolean }>(sql`
      select exists (select 1 from elsewhere_deliveries d join elsewhere_listings l using (entry_id, version)
          where d.received_at is null and d.next_attempt_at <= case_clock_now())
        or exists (select 1 from elsewhere_listings
          where state = 'shown' and shown_through < (case_clock_now() at time zone 'Asia/Shanghai')::date) as due`);
    return { isDue: rows[0]?.due === true, clockOffsetMs: await readClockOffset(tx) };
  });
  if (!isDue) return;
  await client.workflow.signalWithStart("elsewhereMeasures", {
    workflowId: ELSEWHERE_MEASURES_ID,
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ clockOffsetMs }],
    signal: publishSignal,
  });
}
