import { Type, type Static } from "typebox";
import { Check } from "typebox/value";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { readCaseClock } from "../../../platform/clock.ts";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import type { FileLayout } from "../../../domain/publication/points/point.ts";
import type { ParcelDeps } from "../../../records/parcels.ts";
import { makeBatchFiles } from "./batch-files.ts";
import {
  claimBatch,
  findBatch,
  leaveBatch,
  markReceived,
  markSent,
  readBatchParcels,
  type Batch,
} from "./batches.ts";
import { DeliveryFailed, type Channel, type ChannelReceipt } from "./channel.ts";
import type { Parcel } from "../../../records/parcels.ts";
import type { FilePlace } from "./file-place.ts";

/** Where and how a channel's files are dropped. */
export interface DropTarget {
  readonly channel: ChannelId;
  readonly layout: FileLayout;
  readonly place: FilePlace;
}

export interface DropDeps extends ParcelDeps {
  readonly database: Database;
}

/** What the receiver leaves beside a batch: which manifest it read, and what of it it did not take. */
const RECEIPT_FILE = Type.Object({
  batchId: Type.String(),
  manifestSha256: Type.String(),
  refused: Type.Array(
    Type.Object({ parcelId: Type.String(), reason: Type.Optional(Type.String()) }),
  ),
});

/** A receiver that is silent for so long is given everything again in a new batch. */
const SILENT_AFTER_MS = 3 * 86_400_000;

/**
 * Drops files for a receiver. What waits for the channel goes together in one batch: data files, then a manifest with counts and hashes;
 * the receiver answers with a receipt file, in which it can refuse single rows. Until that is there, nothing counts as received.
 */
export function dropFiles(deps: DropDeps, target: DropTarget): Channel {
  return {
    takes: "many",
    async deliver(parcel) {
      const batch = await provideBatch(deps, target.channel, parcel);
      if (batch.manifestHash === null) {
        await send(deps, target, batch);
        // Nobody can have answered yet.
        throw new DeliveryFailed("awaiting-receipt");
      }
      const answered = batch.refused === null ? await readReceipt(deps, target, batch) : batch;
      return judge(deps, target.channel, parcel, answered);
    },
  };
}

async function provideBatch(deps: DropDeps, channel: ChannelId, parcel: Parcel): Promise<Batch> {
  return inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    const known = await findBatch(tx, channel, parcel.form);
    if (known !== null && !isSilent(known, now)) return known;
    if (known !== null) await leaveBatch(tx, known.batchId);
    return claimBatch(tx, channel, parcel.form, now);
  });
}

function isSilent(batch: Batch, now: Date): boolean {
  return (
    batch.refused === null &&
    batch.sentAt !== null &&
    now.getTime() - batch.sentAt.getTime() > SILENT_AFTER_MS
  );
}

async function send(
  deps: DropDeps,
  { channel, layout, place }: DropTarget,
  batch: Batch,
): Promise<void> {
  const { batchId, madeAt } = batch;
  const parcels = await inTransaction(
    deps.database,
    (tx: Transaction) => readBatchParcels(deps, tx, channel, batchId),
    { readOnly: true },
  );
  const files = await makeBatchFiles({ batchId, channel, layout, madeAt, parcels });
  await place.put([...files.data, files.manifest]);
  await inTransaction(deps.database, (tx) => markSent(tx, batchId, files.manifestHash));
}

async function readReceipt(deps: DropDeps, { place }: DropTarget, batch: Batch): Promise<Batch> {
  const bytes = await place.get(`${batch.batchId}.receipt.json`);
  if (bytes === null) throw new DeliveryFailed("awaiting-receipt");
  const receipt = parse(bytes);
  const isOurs =
    receipt !== null &&
    receipt.batchId === batch.batchId &&
    receipt.manifestSha256 === batch.manifestHash;
  if (!isOurs) throw new DeliveryFailed("bad-receipt");
  const refused = receipt.refused.map((each) => each.parcelId);
  return inTransaction(deps.database, (tx) => markReceived(tx, batch.batchId, refused));
}

function parse(bytes: Buffer): Static<typeof RECEIPT_FILE> | null {
  try {
    // Programs under Windows put a mark in front of a text.
    const read: unknown = JSON.parse(bytes.toString("utf8").replace(/^\uFEFF/, ""));
    return Check(RECEIPT_FILE, read) ? read : null;
  } catch {
    return null;
  }
}

/** A refused row goes into the next batch. */
async function judge(
  deps: DropDeps,
  channel: ChannelId,
  parcel: Parcel,
  batch: Batch,
): Promise<ChannelReceipt> {
  if (batch.refused?.includes(parcel.parcelId) === true) {
    await inTransaction(deps.database, (tx) =>
      leaveBatch(tx, batch.batchId, { channel, ...parcel.form }),
    );
    throw new DeliveryFailed("refused");
  }
  return { receiptId: batch.batchId, signature: batch.manifestHash ?? "" };
}
