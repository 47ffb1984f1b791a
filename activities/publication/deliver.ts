import { and, asc, desc, eq, isNull, ne, or } from "drizzle-orm";
import type { Client } from "@temporalio/client";
import type { ChannelId } from "../../domain/publication/channels.ts";
import { nextOpening } from "../../domain/publication/points/working-hours.ts";
import { readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { lockCase } from "../../records/case-row.ts";
import { deliveries, publicationRecords, reconciliations } from "../../schema/index.ts";
import { wakeReconciliation } from "../../workflow-client/publication.ts";
import { listingCaseId, lookAgainSignal } from "../../workflows/messages.ts";
import { DeliveryFailed } from "./channels/channel.ts";
import type { Parcel } from "../../records/parcels.ts";
import type { ConnectedChannel } from "./connect-channels.ts";
import {
  keepFailure,
  keepReceipt,
  putOff,
  type OutcomeDeps,
  type SentVersion,
} from "./keep-outcome.ts";
import { makeParcel, type ParcelDeps } from "../../records/parcels.ts";

/** What delivering needs besides the record. */
export interface DeliverDeps extends OutcomeDeps, ParcelDeps {
  readonly client: Client;
  readonly channels: Readonly<Record<ChannelId, ConnectedChannel>>;
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
 * the moment of the next attempt. Removals of other cases that wait for the same channel go first.
 */
export async function deliver(deps: DeliverDeps, delivery: Delivery): Promise<DeliveryOutcome> {
  const waiting = await inTransaction(deps.database, (tx) => findWaiting(deps, tx, delivery), {
    readOnly: true,
  });
  if (waiting === null) return { retryAt: null };
  const sent = { ...delivery, version: waiting.parcel.form.version };
  if (waiting.parcel.form.state === "shown") {
    if (waiting.opensAt !== null) {
      await watch(deps, delivery.channel);
      return { retryAt: await putOff(deps, sent, waiting.opensAt) };
    }
    const failure = await sendRemovalsFirst(deps, delivery);
    if (failure !== null) return { retryAt: await fail(deps, sent, failure) };
  }
  const failure = await bring(deps, delivery, waiting.parcel);
  return { retryAt: failure === null ? null : await fail(deps, sent, failure) };
}

/** Keeps a failure, and sees to it that somebody notices when the channel stays silent. */
async function fail(
  deps: DeliverDeps,
  sent: SentVersion,
  failure: DeliveryFailed,
): Promise<string> {
  await watch(deps, sent.channel);
  return keepFailure(deps, sent, failure);
}

/** Has a channel read back and compared. */
async function compare(deps: DeliverDeps, channel: ChannelId): Promise<void> {
  await wakeReconciliation(deps, channel, await inTransaction(deps.database, readClockOffset));
}

/** A channel that owes a receipt is looked at every night. */
async function watch(deps: DeliverDeps, channel: ChannelId): Promise<void> {
  const watched = await deps.database
    .select({ channel: reconciliations.channel })
    .from(reconciliations)
    .where(eq(reconciliations.channel, channel));
  if (watched.length > 0) return;
  await compare(deps, channel);
}

/** Brings one parcel; answers with the failure, or null when its receipt is recorded. */
async function bring(
  deps: DeliverDeps,
  { caseId, channel }: Delivery,
  parcel: Parcel,
): Promise<DeliveryFailed | null> {
  const sent = { caseId, channel, version: parcel.form.version };
  let isNews = false;
  try {
    isNews = await keepReceipt(deps, sent, await deps.channels[channel].deliver(parcel));
  } catch (error) {
    if (error instanceof DeliveryFailed) return error;
    throw error;
  }
  // A receipt beside others changes nothing that the case waits for.
  if (isNews) {
    await deps.client.workflow
      .getHandle(listingCaseId(caseId))
      .signal(lookAgainSignal)
      .catch(ignoreFinished);
  }
  if (deps.channels[channel].readBacks.length > 0) {
    await compare(deps, channel);
  }
  return null;
}

const REMOVALS_AT_ONCE = 100;

/**
 * When a channel comes back after an outage, what must vanish goes before what is new, whichever is asked for first. A channel that is
 * still away answers for everything that waits; one that refuses a single removal does not hold up the rest.
 */
async function sendRemovalsFirst(
  deps: DeliverDeps,
  { caseId, channel }: Delivery,
): Promise<DeliveryFailed | null> {
  if (deps.channels[channel].takes === "many") return null;
  const rows = await deps.database
    .select({ caseId: deliveries.caseId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.channel, channel),
        ne(deliveries.state, "shown"),
        ne(deliveries.caseId, caseId),
        isNull(deliveries.receivedAt),
        or(isNull(deliveries.lastFailure), eq(deliveries.lastFailure, "unreachable")),
      ),
    )
    .orderBy(asc(deliveries.lastAttemptAt))
    .limit(REMOVALS_AT_ONCE);
  for (const row of rows) {
    const removal = { caseId: row.caseId, channel };
    const waiting = await inTransaction(deps.database, (tx) => findWaiting(deps, tx, removal), {
      readOnly: true,
    });
    if (waiting === null || waiting.parcel.form.state === "shown") continue;
    const failure = await bring(deps, removal, waiting.parcel);
    if (failure === null) continue;
    await keepFailure(deps, { ...removal, version: waiting.parcel.form.version }, failure);
    if (failure.code === "unreachable") return failure;
  }
  return null;
}

interface Waiting {
  readonly parcel: Parcel;
  /** When the receiver takes data again; null: now. */
  readonly opensAt: Date | null;
}

async function findWaiting(
  deps: DeliverDeps,
  tx: Transaction,
  { caseId, channel }: Delivery,
): Promise<Waiting | null> {
  const rows = await tx
    .select({
      caseId: publicationRecords.caseId,
      version: publicationRecords.version,
      sealed: publicationRecords.bodySealed,
      repairs: deliveries.repairs,
      sealSignature: deliveries.sealSignature,
      sharingBasisId: deliveries.sharingBasisId,
      receivedAt: deliveries.receivedAt,
    })
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
  return {
    parcel: makeParcel(deps, channel, row),
    opensAt: await findOpening(deps, tx, { caseId, channel }),
  };
}

async function findOpening(
  deps: DeliverDeps,
  tx: Transaction,
  { caseId, channel }: Delivery,
): Promise<Date | null> {
  const { hours } = deps.channels[channel];
  if (hours === null) return null;
  const { file, now, calendarKey } = await lockCase(tx, caseId, "read");
  const pack = await deps.law.readPack(tx, file.listId, file.packVersion);
  const calendar = await deps.law.readCalendar(tx, calendarKey);
  const opensAt = nextOpening(hours, now, calendar, pack.calendarRegion);
  return opensAt > now ? opensAt : null;
}

/** A closed case needs no waking. */
function ignoreFinished(error: unknown): void {
  if (error instanceof Error && error.name === "WorkflowNotFoundError") return;
  throw error;
}
