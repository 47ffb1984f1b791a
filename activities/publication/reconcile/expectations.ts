import { and, asc, eq, inArray, isNotNull, isNull, sql, type SQL } from "drizzle-orm";
import type { ListId } from "../../../domain/packs/list-id.ts";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { makeChannelForm, type ListingRecord } from "../../../domain/publication/listing-record.ts";
import type { Expectation } from "../../../domain/publication/reconcile/holding.ts";
import type { Transaction } from "../../../platform/database.ts";
import { makeParcel, type ParcelDeps } from "../../../records/parcels.ts";
import { deliveries, publicationRecords } from "../../../schema/index.ts";
import type { ReadBack } from "../read-back/read-back.ts";

/** One entry in one channel: its newest version, and when the channel proved that it has it. */
export interface Entry {
  readonly entryId: string;
  readonly version: number;
  readonly repairs: number;
  /** When the channel proved that it has it; null while it has not. */
  readonly receivedAt: Date | null;
}

/** Every entry that was ever on its way to a channel; those not looked at since they were last proven; or those of these ids. */
export async function readEntries(
  tx: Transaction,
  channel: ChannelId,
  which: "all" | "new" | readonly string[],
): Promise<readonly Entry[]> {
  const rows = await tx
    .selectDistinctOn([deliveries.caseId], {
      entryId: deliveries.caseId,
      version: deliveries.version,
      repairs: deliveries.repairs,
      receivedAt: deliveries.receivedAt,
    })
    .from(deliveries)
    .where(and(eq(deliveries.channel, channel), conditionOf(which)))
    .orderBy(asc(deliveries.caseId), sql`${deliveries.version} desc`);
  return rows;
}

function conditionOf(which: "all" | "new" | readonly string[]): SQL | undefined {
  if (which === "all") return undefined;
  if (which !== "new") return inArray(deliveries.caseId, [...which]);
  return and(
    isNull(deliveries.verifiedAt),
    isNotNull(deliveries.receivedAt),
    sql`not exists (select 1 from deliveries newer where newer.channel = ${deliveries.channel}
      and newer.case_id = ${deliveries.caseId} and newer.version > ${deliveries.version})`,
  );
}

const READ_AT_ONCE = 500;

/** What a channel is to show of entries. */
export async function readExpectations(
  deps: ParcelDeps,
  tx: Transaction,
  channel: ChannelId,
  readBack: ReadBack,
  entries: readonly Entry[],
): Promise<readonly Expectation[]> {
  const expectations: Expectation[] = [];
  for (let first = 0; first < entries.length; first += READ_AT_ONCE) {
    const part = entries.slice(first, first + READ_AT_ONCE);
    const stored = await readVersions(tx, part);
    for (const entry of part) {
      const versions = stored.get(entry.entryId) ?? [];
      const newest = versions.find((each) => each.version === entry.version);
      if (newest === undefined) continue;
      const parcel = makeParcel(deps, channel, { ...newest, repairs: entry.repairs });
      const earlier = versions
        .filter((each) => each.version < entry.version)
        .map((each) => formOf(deps, channel, each.sealed));
      expectations.push(readBack.expect(parcel, earlier));
    }
  }
  return expectations;
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
  const rows = await tx
    .select({
      caseId: publicationRecords.caseId,
      version: publicationRecords.version,
      sealed: publicationRecords.bodySealed,
    })
    .from(publicationRecords)
    .where(
      inArray(
        publicationRecords.caseId,
        entries.map((each) => each.entryId),
      ),
    );
  const byEntry = new Map<string, Version[]>();
  for (const row of rows) byEntry.set(row.caseId, [...(byEntry.get(row.caseId) ?? []), row]);
  return byEntry;
}

/** Entries that a channel shows as they are: nobody needs to look at them again until something changes. */
export async function markVerified(
  tx: Transaction,
  channel: ChannelId,
  entries: readonly Entry[],
): Promise<void> {
  for (let first = 0; first < entries.length; first += READ_AT_ONCE) {
    const ids = entries.slice(first, first + READ_AT_ONCE).map((each) => each.entryId);
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
