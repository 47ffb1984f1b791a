import { and, desc, eq, isNull } from "drizzle-orm";
import { isChannelId } from "../../domain/publication/channels.ts";
import { dayOf } from "../../domain/deadlines/calendar-day.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import type { SealRequest, Seals } from "../../platform/seals.ts";
import type { Signer } from "../../platform/signing/signer.ts";
import { lockCase } from "../../records/case-row.ts";
import { makeParcel, type ParcelDeps } from "../../records/parcels.ts";
import { deliveries, publicationRecords } from "../../schema/index.ts";
import { findSmSigner, keepCertificate, sealText } from "./seal-text.ts";

/** What sealing records and copies needs. */
export interface SealDeps extends ParcelDeps {
  readonly database: Database;
  readonly seals: Seals;
}

/**
 * Signs the newest record of a listing, and each channel's form of it, by SM2 with SM3 (国密签名) as well, where the authority's seal signs its
 * papers so. What is signed already stays as it is. Without such a seal the signature of the installation stands alone; a seal that is
 * missing or wrong holds up nothing here: its papers say so.
 */
export async function sealNewest(deps: SealDeps, caseId: string): Promise<void> {
  const open = await inTransaction(deps.database, (tx) => readUnsealed(tx, caseId));
  if (open === null) return;
  const signer = await findSmSigner(deps.seals, open.request);
  if (signer === null) return;
  const { record } = open;
  const recordSeal =
    record.sealSignature ?? (await sealText(signer, deps.encryption.decryptField(record.sealed)));
  const copies: { channel: string; sealSignature: string }[] = [];
  for (const { channel, sharingBasisId } of open.copies) {
    if (!isChannelId(channel)) continue;
    const { body } = makeParcel(deps, channel, { ...record, repairs: 0, sharingBasisId });
    copies.push({ channel, sealSignature: await sealText(signer, body) });
  }
  await inTransaction(deps.database, (tx) => keep(tx, open, { signer, recordSeal, copies }));
}

interface Unsealed {
  readonly request: SealRequest;
  readonly record: {
    readonly caseId: string;
    readonly version: number;
    readonly sealed: string;
    readonly sealSignature: string | null;
  };
  readonly copies: readonly {
    readonly channel: string;
    readonly sharingBasisId: string | null;
  }[];
  readonly now: Date;
}

async function readUnsealed(tx: Transaction, caseId: string): Promise<Unsealed | null> {
  const { authority, now } = await lockCase(tx, caseId, "read");
  const { version, bodySealed: sealed, sealSignature } = publicationRecords;
  const [record] = await tx
    .select({ caseId: publicationRecords.caseId, version, sealed, sealSignature })
    .from(publicationRecords)
    .where(eq(publicationRecords.caseId, caseId))
    .orderBy(desc(version))
    .limit(1);
  if (record === undefined) return null;
  const copies = await tx
    .select({ channel: deliveries.channel, sharingBasisId: deliveries.sharingBasisId })
    .from(deliveries)
    .where(
      and(
        eq(deliveries.caseId, caseId),
        eq(deliveries.version, record.version),
        isNull(deliveries.sealSignature),
      ),
    );
  if (record.sealSignature !== null && copies.length === 0) return null;
  return { request: { authority, day: dayOf(now), moments: [now] }, record, copies, now };
}

interface Sealed {
  readonly signer: Signer;
  readonly recordSeal: string;
  readonly copies: readonly { readonly channel: string; readonly sealSignature: string }[];
}

/** Whoever is second keeps what the first has signed. */
async function keep(
  tx: Transaction,
  { record: { caseId, version }, request, now }: Unsealed,
  { signer, recordSeal, copies }: Sealed,
): Promise<void> {
  await keepCertificate(tx, signer, request, now);
  await tx
    .update(publicationRecords)
    .set({ sealSignature: recordSeal })
    .where(
      and(
        eq(publicationRecords.caseId, caseId),
        eq(publicationRecords.version, version),
        isNull(publicationRecords.sealSignature),
      ),
    );
  for (const { channel, sealSignature } of copies) {
    await tx
      .update(deliveries)
      .set({ sealSignature })
      .where(
        and(
          eq(deliveries.caseId, caseId),
          eq(deliveries.version, version),
          eq(deliveries.channel, channel),
          isNull(deliveries.sealSignature),
        ),
      );
  }
}
