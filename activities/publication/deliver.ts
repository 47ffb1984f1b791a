import canonicalize from "canonicalize";
import { and, desc, eq } from "drizzle-orm";
import type { Client } from "@temporalio/client";
import { SYSTEM_ACTOR } from "../../domain/case-file/actor.ts";
import { receiveReceipt } from "../../domain/case-file/receive-receipt.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { makeChannelForm, type ListingRecord } from "../../domain/publication/listing-record.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import type { FieldEncryption } from "../../platform/encryption.ts";
import type { RetrySettings } from "../../platform/settings.ts";
import { makeContext } from "../../records/case-context.ts";
import { lockCase } from "../../records/case-row.ts";
import { recordEvents, saveCase } from "../../records/record-events.ts";
import { deliveries, publicationRecords } from "../../schema/index.ts";
import { listingCaseId, lookAgainSignal } from "../../workflows/messages.ts";
import type { RecordDeps } from "../case-record/settle-case.ts";
import { DeliveryFailed, type Channel, type ChannelReceipt } from "./channels/channel.ts";

/** What delivering needs besides the record. */
export interface DeliverDeps extends RecordDeps {
  readonly encryption: FieldEncryption;
  readonly client: Client;
  readonly channels: Readonly<Record<ChannelId, Channel>>;
  readonly retry: Pick<RetrySettings, "firstMs" | "longestMs">;
}

/** One case and channel. */
export interface Delivery {
  readonly caseId: string;
  readonly channel: ChannelId;
}

/** When to come again, by the case clock; null when the channel has the newest version. */
export interface DeliveryOutcome {
  readonly retryAt: string | null;
}

/**
 * Sends the newest version of a listing to one channel, once. A receipt is recorded with the case; a failure is kept as a code with
 * the moment of the next attempt.
 */
export async function deliver(deps: DeliverDeps, delivery: Delivery): Promise<DeliveryOutcome> {
  const newest = await inTransaction(deps.database, (tx) => findNewest(deps, tx, delivery), {
    readOnly: true,
  });
  if (newest === null) return { retryAt: null };
  try {
    const receipt = await send(deps, delivery, newest);
    await keepReceipt(deps, delivery, newest.version, receipt);
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return { retryAt: await keepFailure(deps, delivery, newest.version, error) };
  }
  await deps.client.workflow
    .getHandle(listingCaseId(delivery.caseId))
    .signal(lookAgainSignal)
    .catch(ignoreFinished);
  return { retryAt: null };
}

type Newest = ListingRecord & { readonly channelListId: Parameters<typeof makeChannelForm>[1] };

async function findNewest(
  deps: DeliverDeps,
  tx: Transaction,
  { caseId, channel }: Delivery,
): Promise<Newest | null> {
  const rows = await tx
    .select({ sealed: publicationRecords.bodySealed, receivedAt: deliveries.receivedAt })
    .from(publicationRecords)
    .innerJoin(
      deliveries,
      and(
        eq(deliveries.caseId, publicationRecords.caseId),
        eq(deliveries.version, publicationRecords.version),
        eq(deliveries.channel, channel),
      ),
    )
    .where(eq(publicationRecords.caseId, caseId))
    .orderBy(desc(publicationRecords.version))
    .limit(1);
  const row = rows[0];
  if (row === undefined || row.receivedAt !== null) return null;
  const { file } = await lockCase(tx, caseId, "read");
  // The record was written, signed and sealed by this product.
  const record = JSON.parse(deps.encryption.decryptField(row.sealed)) as ListingRecord;
  return { ...record, channelListId: file.listId };
}

async function send(
  deps: DeliverDeps,
  { caseId, channel }: Delivery,
  newest: Newest,
): Promise<ChannelReceipt> {
  const { channelListId, ...record } = newest;
  const form = makeChannelForm(record, channelListId, channel);
  const parcelId = `${caseId}.${channel}.${String(record.version)}`;
  return deps.channels[channel].deliver({ parcelId, form, body: canonicalize(form) ?? "" });
}

async function keepReceipt(
  deps: DeliverDeps,
  { caseId, channel }: Delivery,
  version: number,
  receipt: ChannelReceipt,
): Promise<void> {
  const { receiptId } = receipt;
  await inTransaction(deps.database, async (tx) => {
    const locked = await lockCase(tx, caseId);
    await tx
      .update(deliveries)
      .set({
        receivedAt: locked.now,
        receiptId,
        receiptSignature: receipt.signature,
        lastFailure: null,
        lastAttemptAt: locked.now,
        nextAttemptAt: null,
      })
      .where(isDelivery(caseId, channel, version));
    const law = {
      authority: locked.authority,
      pack: await deps.law.readPack(tx, locked.file.listId, locked.file.packVersion),
      calendar: await deps.law.readCalendar(tx, locked.calendarKey),
    };
    const act = {
      actId: `${caseId}.${channel}.${String(version)}`,
      actor: SYSTEM_ACTOR,
      at: locked.now,
    };
    const context = makeContext(law, act);
    const events = receiveReceipt(locked.file, { channel, version, receiptId }, context);
    if (events.length === 0) return;
    const recorded = await recordEvents(tx, deps.codes, locked.authority, locked, events);
    await saveCase(tx, recorded.file, recorded.chainHead, locked.now);
  });
}

async function keepFailure(
  deps: DeliverDeps,
  { caseId, channel }: Delivery,
  version: number,
  failure: DeliveryFailed,
): Promise<string> {
  return inTransaction(deps.database, async (tx) => {
    const { file, now } = await lockCase(tx, caseId, "read");
    const rows = await tx
      .select({ attempts: deliveries.attempts })
      .from(deliveries)
      .where(isDelivery(caseId, channel, version));
    const attempts = (rows[0]?.attempts ?? 0) + 1;
    const retryAt = new Date(now.getTime() + pauseAfter(attempts, deps.retry));
    const nextAttemptAt = file.publicationVersion === version ? retryAt : null;
    await tx
      .update(deliveries)
      .set({ attempts, lastFailure: failure.code, lastAttemptAt: now, nextAttemptAt })
      .where(isDelivery(caseId, channel, version));
    return retryAt.toISOString();
  });
}

function isDelivery(caseId: string, channel: string, version: number) {
  return and(
    eq(deliveries.caseId, caseId),
    eq(deliveries.channel, channel),
    eq(deliveries.version, version),
  );
}

/** The pause doubles with every attempt, up to the longest. */
function pauseAfter(attempts: number, retry: DeliverDeps["retry"]): number {
  return Math.min(retry.longestMs, retry.firstMs * 2 ** Math.min(attempts - 1, 30));
}

/** A closed case needs no waking. */
function ignoreFinished(error: unknown): void {
  if (error instanceof Error && error.name === "WorkflowNotFoundError") return;
  throw error;
}
