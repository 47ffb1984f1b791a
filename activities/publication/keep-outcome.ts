import { and, eq } from "drizzle-orm";
import { SYSTEM_ACTOR } from "../../domain/case-file/actor.ts";
import { receiveReceipt } from "../../domain/case-file/receive-receipt.ts";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import type { RetrySettings } from "../../platform/settings.ts";
import { makeContext } from "../../records/case-context.ts";
import { lockCase } from "../../records/case-row.ts";
import { recordEvents, saveCase } from "../../records/record-events.ts";
import { deliveries, deliveryProofs } from "../../schema/index.ts";
import type { RecordDeps } from "../case-record/settle-case.ts";
import type { ChannelReceipt, DeliveryFailed } from "./channels/channel.ts";

/** What keeping an outcome needs. */
export interface OutcomeDeps extends RecordDeps {
  readonly retry: Pick<RetrySettings, "firstMs" | "longestMs">;
}

/** One version of one case on its way to one channel. */
export interface SentVersion {
  readonly caseId: string;
  readonly channel: ChannelId;
  readonly version: number;
}

/**
 * Records a receipt: in the ledger, and with the case, which may be complete by it. Says whether anything but the receipt itself came of
 * it, so that the case has to look at itself.
 */
export async function keepReceipt(
  deps: OutcomeDeps,
  sent: SentVersion,
  receipt: ChannelReceipt,
): Promise<boolean> {
  const { caseId, channel, version } = sent;
  const { receiptId } = receipt;
  return inTransaction(deps.database, async (tx) => {
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
        verifiedAt: null,
      })
      .where(isSent(sent));
    await keepProof(tx, sent, receipt, locked.now);
    const law = {
      authority: locked.authority,
      pack: await deps.law.readPack(tx, locked.file.listId, locked.file.packVersion),
      calendar: await deps.law.readCalendar(tx, locked.calendarKey),
      books: await deps.law.readBooks(tx, locked.calendarKey),
    };
    const actId = `${caseId}.${channel}.${String(version)}`;
    const context = makeContext(law, { actId, actor: SYSTEM_ACTOR, at: locked.now });
    const events = receiveReceipt(locked.file, { channel, version, receiptId }, context);
    if (events.length === 0) return false;
    const recorded = await recordEvents(tx, deps.codes, locked.authority, locked, events);
    await saveCase(tx, recorded.file, recorded.chainHead, locked.now);
    return events.some((event) => event.type !== "PublicationReceived");
  });
}

/** The ledger itself: every proof there ever was, also those of a version that was sent anew. */
async function keepProof(
  tx: Transaction,
  sent: SentVersion,
  receipt: ChannelReceipt,
  receivedAt: Date,
): Promise<void> {
  const [row] = await tx
    .select({ state: deliveries.state, repairs: deliveries.repairs })
    .from(deliveries)
    .where(isSent(sent));
  const { receiptId, signature: receiptSignature } = receipt;
  const { state = null, repairs = 0 } = row ?? {};
  await tx
    .insert(deliveryProofs)
    .values({ ...sent, state, repairs, receivedAt, receiptId, receiptSignature });
}

/** Records a failure as a code, with the moment of the next attempt; what was overtaken meanwhile gets none. */
export async function keepFailure(
  deps: OutcomeDeps,
  sent: SentVersion,
  failure: DeliveryFailed,
): Promise<string> {
  return inTransaction(deps.database, async (tx) => {
    const { file, now } = await lockCase(tx, sent.caseId, "read");
    const rows = await tx
      .select({ attempts: deliveries.attempts })
      .from(deliveries)
      .where(isSent(sent));
    const attempts = (rows[0]?.attempts ?? 0) + 1;
    const retryAt = new Date(now.getTime() + pauseAfter(attempts, deps.retry));
    const nextAttemptAt = file.publicationVersion === sent.version ? retryAt : null;
    await tx
      .update(deliveries)
      .set({ attempts, lastFailure: failure.code, lastAttemptAt: now, nextAttemptAt })
      .where(isSent(sent));
    return retryAt.toISOString();
  });
}

/** Puts a delivery off until its receiver takes data again. */
export async function putOff(deps: OutcomeDeps, sent: SentVersion, until: Date): Promise<string> {
  await deps.database
    .update(deliveries)
    .set({ lastFailure: "closed-now", nextAttemptAt: until })
    .where(isSent(sent));
  return until.toISOString();
}

function isSent({ caseId, channel, version }: SentVersion) {
  return and(
    eq(deliveries.caseId, caseId),
    eq(deliveries.channel, channel),
    eq(deliveries.version, version),
  );
}

/** The pause doubles with every attempt, up to the longest. */
export function pauseAfter(attempts: number, retry: OutcomeDeps["retry"]): number {
  return Math.min(retry.longestMs, retry.firstMs * 2 ** Math.min(attempts - 1, 30));
}
