import { randomUUID } from "node:crypto";
import { and, asc, eq, isNull, lte, ne, or, sql } from "drizzle-orm";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { dayOf } from "../../../domain/deadlines/calendar-day.ts";
import type { Transaction } from "../../../platform/database.ts";
import { deliveries, distributionBatches, publicationRecords } from "../../../schema/index.ts";
import { makeParcel, type ParcelDeps } from "../../../records/parcels.ts";
import type { Parcel } from "../../../records/parcels.ts";

export type Batch = typeof distributionBatches.$inferSelect;

/** One version of one entry. */
interface Entry {
  readonly entryId: string;
  readonly version: number;
}

const LARGEST_BATCH = 5_000;

/** The batch that carries a version to a channel; null while none does. */
export async function findBatch(
  tx: Transaction,
  channel: ChannelId,
  entry: Entry,
): Promise<Batch | null> {
  const rows = await tx
    .select({ batch: distributionBatches })
    .from(deliveries)
    .innerJoin(distributionBatches, eq(distributionBatches.batchId, deliveries.batchId))
    .where(isDelivery(channel, entry));
  return rows[0]?.batch ?? null;
}

/**
 * Opens a batch for a version and takes along whatever else waits for the channel and is due. Two claims at once share nothing: what one
 * has taken, the other passes over.
 */
export async function claimBatch(
  tx: Transaction,
  channel: ChannelId,
  entry: Entry,
  now: Date,
): Promise<Batch> {
  const batchId = `${channel}-${dayOf(now)}-${randomUUID().slice(0, 8)}`;
  const waiting = await tx
    .select({ caseId: deliveries.caseId, version: deliveries.version })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, channel),
        isNull(deliveries.receivedAt),
        isNull(deliveries.batchId),
        or(ne(deliveries.state, "shown"), lte(deliveries.nextAttemptAt, now)),
      ),
    )
    .orderBy(sql`(${deliveries.state} = 'shown')`, asc(deliveries.caseId))
    .limit(LARGEST_BATCH)
    .for("update", { skipLocked: true });
  const others = waiting.map(({ caseId, version }) => ({ entryId: caseId, version }));
  const isAmong = others.some((each) => each.entryId === entry.entryId);
  const entries = isAmong ? others : [entry, ...others];
  for (const each of entries) {
    await tx.update(deliveries).set({ batchId }).where(isDelivery(channel, each));
  }
  const [batch] = await tx
    .insert(distributionBatches)
    .values({ batchId, channel, madeAt: now, rows: entries.length })
    .returning();
  if (batch === undefined) throw new Error("the batch was not written");
  return batch;
}

/** Takes what is not received out of a batch, one version or all, so that it goes into another. */
export async function leaveBatch(
  tx: Transaction,
  batchId: string,
  only?: Entry & { readonly channel: ChannelId },
): Promise<void> {
  const which = only === undefined ? undefined : isDelivery(only.channel, only);
  await tx
    .update(deliveries)
    .set({ batchId: null })
    .where(and(eq(deliveries.batchId, batchId), isNull(deliveries.receivedAt), which));
}

/** What a batch carries, removals in front; a version that was overtaken before the batch was sent is left out. */
export async function readBatchParcels(
  deps: ParcelDeps,
  tx: Transaction,
  channel: ChannelId,
  batchId: string,
): Promise<readonly Parcel[]> {
  const rows = await tx
    .select({
      caseId: publicationRecords.caseId,
      version: publicationRecords.version,
      sealed: publicationRecords.bodySealed,
      repairs: deliveries.repairs,
      sealSignature: deliveries.sealSignature,
      sharingBasisId: deliveries.sharingBasisId,
    })
    .from(deliveries)
    .innerJoin(
      publicationRecords,
      and(
        eq(publicationRecords.caseId, deliveries.caseId),
        eq(publicationRecords.version, deliveries.version),
      ),
    )
    .where(
      and(
        eq(deliveries.batchId, batchId),
        sql`not exists (select 1 from publication_records newer
          where newer.case_id = ${deliveries.caseId} and newer.version > ${deliveries.version})`,
      ),
    )
    .orderBy(sql`(${deliveries.state} = 'shown')`, asc(deliveries.caseId));
  return rows.map((row) => makeParcel(deps, channel, row));
}

/** The files of a batch lie at the receiver's. */
export function markSent(tx: Transaction, batchId: string, manifestHash: string): Promise<Batch> {
  return change(tx, batchId, { sentAt: sql`case_clock_now()`, manifestHash });
}

/** The receiver has answered. */
export function markReceived(
  tx: Transaction,
  batchId: string,
  refused: readonly string[],
): Promise<Batch> {
  return change(tx, batchId, { receivedAt: sql`case_clock_now()`, refused });
}

type Change = Parameters<ReturnType<Transaction["update"]>["set"]>[0];

async function change(tx: Transaction, batchId: string, values: Change): Promise<Batch> {
  const [batch] = await tx
    .update(distributionBatches)
    .set(values)
    .where(eq(distributionBatches.batchId, batchId))
    .returning();
  if (batch === undefined) throw new Error("there is no such batch");
  return batch;
}

function isDelivery(channel: ChannelId, { entryId, version }: Entry) {
  return and(
    eq(deliveries.caseId, entryId),
    eq(deliveries.channel, channel),
    eq(deliveries.version, version),
  );
}
