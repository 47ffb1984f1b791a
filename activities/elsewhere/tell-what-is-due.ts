import { WorkflowNotFoundError, type Client } from "@temporalio/client";
import { sql } from "drizzle-orm";
import type { ClientDeps } from "../../workflow-client/client-deps.ts";
import { wakeElsewhereMeasures } from "../../workflow-client/elsewhere-measures.ts";
import { ELSEWHERE_MEASURES_ID } from "../../workflows/messages.ts";

/**
 * Sees to it that implementers are told what waits for them, or what has passed its last day. Where nothing is due, or somebody is at it,
 * nothing happens.
 */
export async function tellWhatIsDue(deps: ClientDeps): Promise<void> {
  const { rows } = await deps.database.execute<{ due: boolean }>(sql`
    select exists (select 1 from elsewhere_deliveries d join elsewhere_listings l using (entry_id, version)
        where d.received_at is null and d.next_attempt_at <= case_clock_now())
      or exists (select 1 from elsewhere_listings
        where state = 'shown' and shown_through < (case_clock_now() at time zone 'Asia/Shanghai')::date) as due`);
  if (rows[0]?.due !== true || (await isAtWork(deps.client))) return;
  await wakeElsewhereMeasures(deps);
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
