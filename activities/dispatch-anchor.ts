import { sql } from "drizzle-orm";
import { readClockOffset } from "../platform/clock.ts";
import { inTransaction } from "../platform/database.ts";
import { wakeDailyAnchor } from "../workflow-client/daily-anchor.ts";
import type { DispatchDeps } from "./dispatch.ts";

/** Where yesterday has no anchor yet, sees to it that somebody makes it. */
export async function dispatchAnchor(deps: DispatchDeps): Promise<void> {
  const found = await inTransaction(deps.database, async (tx) => {
    const { rows } = await tx.execute<{ due: boolean }>(sql`
      select coalesce(max(day) < (case_clock_now() at time zone 'Asia/Shanghai')::date - 1, true) as due
      from anchors`);
    return { isDue: rows[0]?.due === true, offsetMs: await readClockOffset(tx) };
  });
  if (!found.isDue) return;
  await wakeDailyAnchor(deps, found.offsetMs);
}
