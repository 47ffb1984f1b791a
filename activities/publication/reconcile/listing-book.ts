import type { Client } from "@temporalio/client";
import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { ListId } from "../../../domain/packs/list-id.ts";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { makeChannelForm, type ListingRecord } from "../../../domain/publication/listing-record.ts";
import type { Expectation } from "../../../domain/publication/reconcile/holding.ts";
import { readClockOffset } from "../../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { makeParcel, type ParcelDeps } from "../../../records/parcels.ts";
import { deliveries, publicationRecords } from "../../../schema/index.ts";
import { wakePublication } from "../../../workflow-client/publication.ts";
import { NOT_YET_SENT } from "../send-anew.ts";
import { inRuns, type Asked, type Entry, type EntryBook, type WhichEntries } from "./entry-book.ts";

interface BookDeps extends ParcelDeps {
  readonly database: Database;
  readonly client: Client;
}

/** The listings of ours that a channel holds. */
export function listingBook(deps: BookDeps, channel: ChannelId): EntryBook {
  return {
    readEntries: (tx, which) => readEntries(tx, channel, which),
    readExpectations: (tx, asked, entries) =>
      readExpectations(deps, tx, { channel, ...asked }, entries),
    sendAnew: (tx, entry, now) => sendAnew(tx, channel, entry, now),
    markVerified: (tx, entries) => markVerified(tx, channel, entries),
    async wake(entryIds) {
      if (entryIds.length === 0) return;
      const offsetMs = await inTransaction(deps.database, readClockOffset);
      for (const caseId of entryIds) await wakePublication(deps, caseId, channel, offsetMs);
    },
  };
}

async function readEntries(
  tx: Transaction,
  channel: ChannelId,
  which: WhichEntries,
): Promise<readonly Entry[]> {
  return tx
    .selectDistinctOn([deliveries.caseId], {
      entryId: deliveries.caseId,
      version: deliveries.version,
      repairs: deliveries.repairs,
      sealSignature: deliveries.sealSignature,
      sharingBasisId: deliveries.sharingBasisId,
      receivedAt: deliveries.receivedAt,
    })
    .from(deliveries)
    .where(and(eq(deliveries.channel, channel), conditionOf(which)))
    .orderBy(asc(deliveries.caseId), sql`${deliveries.version} desc`);
}

function conditionOf(which: WhichEntries): SQL | undefined {
  if (which === "all") return undefined;
  if (which !== "new") return inArray(deliveries.caseId, [...which]);
  return and(
    isNull(deliveries.verifiedAt),
    isNotNull(deliveries.receivedAt),
    sql`not exists (select 1 from deliveries newer where newer.channel = ${deliveries.channel}
      and newer.case_id = ${deliveries.caseId} and newer.version > ${deliveries.version})`,
  );
}

async function readExpectations(
  deps: BookDeps,
  tx: Transaction,
  { channel, readBack, days }: Asked & { readonly channel: ChannelId },
  entries: readonly Entry[],
): Promise<readonly Expectation[]> {
  const expectations: Expectation[] = [];
  for (const run of inRuns(entries)) {
    const stored = await readVersions(tx, run);
    for (const entry of run) {
      const versions = stored.get(entry.entryId) ?? [];
      const newest = versions.find((each) => each.version === entry.version);
      if (newest === undefined) continue;
      const parcel = makeParcel(deps, channel, { ...newest, ...pickSent(entry) });
      const earlier = versions
        .filter((each) => each.version < entry.version)
        .map((each) => formOf(deps, channel, each.sealed));
      const expectation = readBack.expect(parcel, earlier, days);
      if (expectation !== null) expectations.push(expectation);
    }
  }
  return expectations;
}

function pickSent({ repairs, sealSignature, sharingBasisId }: Entry) {
  return { repairs, sealSignature, sharingBasisId };
}

function formOf(deps: ParcelDeps, channel: ChannelId, sealed: string) {
  // The record was written and sealed by this product, from the case's own list.
  const record = JSON.parse(deps.encryption.decryptField(sealed)) as ListingRecord;
  return makeChannelForm(record, record.listId as ListId, channel);
}

interface Version {
  readonly caseId: string;
  readonly version: number;
  readonly sealed: string;
}

async function readVersions(
  tx: Transaction,
  entries: readonly Entry[],
): Promise<ReadonlyMap<string, readonly Version[]>> {
  const { caseId, version, bodySealed: sealed } = publicationRecords;
  const ids = entries.map((each) => each.entryId);
  const rows = await tx
    .select({ caseId, version, sealed })
    .from(publicationRecords)
    .where(inArray(caseId, ids));
  const byEntry = new Map<string, Version[]>();
  for (const row of rows) byEntry.set(row.caseId, [...(byEntry.get(row.caseId) ?? []), row]);
  return byEntry;
}

async function markVerified(
  tx: Transaction,
  channel: ChannelId,
  entries: readonly Entry[],
): Promise<void> {
  for (const run of inRuns(entries)) {
    const ids = run.map((each) => each.entryId);
    await tx
      .update(deliveries)
      .set({ verifiedAt: sql`case_clock_now()` })
      .where(
        and(
          eq(deliveries.channel, channel),
          inArray(deliveries.caseId, ids),
          isNull(deliveries.verifiedAt),
          isNotNull(deliveries.receivedAt),
        ),
      );
  }
}

async function sendAnew(
  tx: Transaction,
  channel: ChannelId,
  entry: Entry,
  now: Date,
): Promise<void> {
  await tx
    .update(deliveries)
    .set({
      ...NOT_YET_SENT,
      ...{ repairs: entry.repairs + 1, nextAttemptAt: now, awaitedSince: now },
    })
    .where(
      and(
        eq(deliveries.channel, channel),
        eq(deliveries.caseId, entry.entryId),
        eq(deliveries.version, entry.version),
        eq(deliveries.repairs, entry.repairs),
      ),
    );
}
