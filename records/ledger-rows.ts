import { sql } from "drizzle-orm";
import type { Transaction } from "../platform/database.ts";

/** Tells the supervisor of every entry of the ledger whose day of review has come (台账复核提醒), once for each day that was set. */
export async function remindOfReviews(tx: Transaction): Promise<void> {
  await tx.execute(sql`
    insert into messages (message_id, case_id, recipient, text, sent_at)
    select 'ledger/' || entry_id || '/' || review_on, null, 'supervisor',
      '措施台账中有一项应当复核：' || entry_id, case_clock_now()
    from law_ledger where review_on <= (case_clock_now() at time zone 'Asia/Shanghai')::date
    on conflict do nothing`);
}
