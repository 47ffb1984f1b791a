import { randomUUID } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import type { Transaction } from "../../../platform/database.ts";
import { divergences } from "../../../schema/index.ts";
import { callPeople } from "./divergence-rows.ts";

/** A receiver that has proven nothing for so long is silent; two days for what must vanish. Readings: no text gives a number. */
const SILENT_AFTER = "3 days";
const REMOVAL_SILENT_AFTER = "1 day";
const UNREADABLE_AFTER = "1 day";

/** Whether a receiver owes a receipt for too long (迟迟没有回执), the newest version of any entry. */
export async function isSilent(tx: Transaction, channel: ChannelId): Promise<boolean> {
  const { rows } = await tx.execute<{ silent: boolean }>(sql`
    select exists (
      select 1 from deliveries d join publication_records p using (case_id, version)
      where d.channel = ${channel} and d.received_at is null
        and not exists (select 1 from publication_records n where n.case_id = d.case_id and n.version > d.version)
        and coalesce(d.awaited_since, p.made_at) < case_clock_now() - case d.state when 'shown'
          then ${SILENT_AFTER}::interval else ${REMOVAL_SILENT_AFTER}::interval end) as silent`);
  return rows[0]?.silent ?? false;
}

/** Whether what a receiver shows could not be read for too long. */
export async function isUnreadable(tx: Transaction, channel: ChannelId): Promise<boolean> {
  const { rows } = await tx.execute<{ unreadable: boolean }>(sql`
    select exists (select 1 from reconciliations where channel = ${channel}
      and unreadable_since < case_clock_now() - ${UNREADABLE_AFTER}::interval) as unreadable`);
  return rows[0]?.unreadable ?? false;
}

/** Keeps what is wrong with a receiver as a whole, and calls people as soon as it is. */
export async function keepCondition(
  tx: Transaction,
  channel: ChannelId,
  kind: "silent" | "unreadable",
  holds: boolean,
  now: Date,
): Promise<void> {
  const isOpen = and(
    eq(divergences.channel, channel),
    eq(divergences.entryId, ""),
    eq(divergences.kind, kind),
    isNull(divergences.endedAt),
  );
  const changed = await tx
    .update(divergences)
    .set(holds ? { lastSeenAt: now } : { endedAt: now })
    .where(isOpen)
    .returning({ divergenceId: divergences.divergenceId });
  if (!holds || changed.length > 0) return;
  const row = {
    ...{ divergenceId: randomUUID(), channel, entryId: "", kind, differences: [] },
    ...{ foundAt: now, lastSeenAt: now, repairSentAt: null, alarmedAt: now, endedAt: null },
  };
  await tx.insert(divergences).values(row);
  await callPeople(tx, row);
}
