import { and, eq, sql } from "drizzle-orm";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { deliveries, feedCursors } from "../../../schema/index.ts";
import { DeliveryFailed, type Channel } from "./channel.ts";

/**
 * Offers what changed to a receiver that fetches it. A version takes its place in the receiver's feed once; it counts as received when the
 * receiver has acknowledged a cursor at or behind that place.
 */
export function offerForPull(database: Database, channel: ChannelId): Channel {
  return {
    takes: "many",
    async deliver({ form }) {
      const { place, acknowledged } = await inTransaction(database, (tx) =>
        takePlace(tx, channel, form),
      );
      if (acknowledged < place) throw new DeliveryFailed("awaiting-receipt");
      return { receiptId: `cursor-${String(acknowledged)}`, signature: "" };
    },
  };
}

/**
 * Places are taken in the order of their commits: who has read up to a number has missed none below it. So two never take places at
 * the same time.
 */
async function takePlace(
  tx: Transaction,
  channel: ChannelId,
  { entryId, version }: { readonly entryId: string; readonly version: number },
): Promise<{ readonly place: number; readonly acknowledged: number }> {
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('feed_numbers'))`);
  const [row] = await tx
    .update(deliveries)
    .set({ feedNumber: sql`coalesce(feed_number, nextval('feed_numbers'))` })
    .where(
      and(
        eq(deliveries.caseId, entryId),
        eq(deliveries.channel, channel),
        eq(deliveries.version, version),
      ),
    )
    .returning({ place: deliveries.feedNumber });
  const [cursor] = await tx
    .select({ acknowledged: feedCursors.acknowledged })
    .from(feedCursors)
    .where(eq(feedCursors.channel, channel));
  if (row?.place == null) throw new Error("nothing is to be delivered");
  return { place: row.place, acknowledged: cursor?.acknowledged ?? 0 };
}
