import { and, eq, isNull, lt, sql } from "drizzle-orm";
import type { Client } from "@temporalio/client";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import { CHANNELS, type ChannelId } from "../../domain/publication/channels.ts";
import { audienceOf, findChannels } from "../../domain/publication/find-channels.ts";
import { makeListingRecord, stateIn } from "../../domain/publication/listing-record.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { readClockOffset } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { lockCase, type LockedCase } from "../../records/case-row.ts";
import { signForm } from "../../records/sign-form.ts";
import { findSharingBasisId } from "../../records/sharing-bases.ts";
import { readParty } from "../../records/party-rows.ts";
import { deliveries, followUps, publicationRecords } from "../../schema/index.ts";
import { wakePublication } from "../../workflow-client/publication.ts";
import { readStanding } from "../case-record/read-standing.ts";
import { NOT_YET_SENT } from "./send-anew.ts";
import { sealNewest, type SealDeps } from "./seal-copies.ts";
import type { RecordDeps } from "../case-record/settle-case.ts";
import type { CaseStanding } from "../case-record/standing.ts";

/** What publishing needs besides the record. */
export interface OpenDeps extends RecordDeps, SealDeps {
  readonly client: Client;
}

/**
 * Makes the newest signed record of a listing and sets every channel's own workflow going. Done again, it finds record and
 * deliveries in place and only wakes the channels once more.
 */
export async function openPublications(deps: OpenDeps, caseId: string): Promise<CaseStanding> {
  const opened = await inTransaction(deps.database, (tx) => prepare(deps, tx, caseId));
  await sealNewest(deps, caseId);
  await Promise.all(
    opened.channels.map((channel) => wakePublication(deps, caseId, channel, opened.offsetMs)),
  );
  return inTransaction(deps.database, async (tx) => {
    const { file, now } = await lockCase(tx, caseId);
    const isOpen = and(
      ...[eq(followUps.caseId, caseId), eq(followUps.kind, "publish"), isNull(followUps.doneAt)],
    );
    const open = await tx.select().from(followUps).where(isOpen).for("update");
    // What was entered meanwhile waits until here, and is done in another round.
    const isDone = (await readSharingBasis(tx, file)) === opened.basisId;
    if (open.length > 0 && isDone) await tx.update(followUps).set({ doneAt: now }).where(isOpen);
    return readStanding(tx, file);
  });
}

interface Opened {
  readonly channels: readonly ChannelId[];
  readonly basisId: string | null;
  readonly offsetMs: number;
}

async function prepare(deps: OpenDeps, tx: Transaction, caseId: string): Promise<Opened> {
  const locked = await lockCase(tx, caseId);
  const { file } = locked;
  const pack = await deps.law.readPack(tx, file.listId, file.packVersion);
  const channels = await findAllChannels(tx, locked, pack);
  await storeRecord(deps, tx, locked, pack);
  const shownTo = audienceOf(file, pack);
  const basisId = await readSharingBasis(tx, file);
  const due = { nextAttemptAt: locked.now, awaitedSince: locked.now };
  for (const channel of channels) {
    const version = file.publicationVersion;
    const state =
      file.publicationState === "none"
        ? null
        : stateIn(POINTS[channel], file.publicationState, shownTo);
    const sharingBasisId = POINTS[channel].audience === "implementers" ? basisId : null;
    const row = { caseId, channel, version, state, sharingBasisId, ...due };
    await tx.insert(deliveries).values(row).onConflictDoNothing();
    if (state === "shown") await tellAnew(tx, row);
  }
  await dropOvertaken(tx, file);
  return { channels, basisId, offsetMs: await readClockOffset(tx) };
}

/** What lets implementers know who this party is, where it is a person and a legal officer has entered it. */
async function readSharingBasis(
  tx: Transaction,
  { partyKind, listId }: LockedCase["file"],
): Promise<string | null> {
  return partyKind === "natural-person" ? findSharingBasisId(tx, listId) : null;
}

/** Sends a version anew, and seals it anew, where who may know the person was decided otherwise after it went out. */
async function tellAnew(
  tx: Transaction,
  row: Required<Pick<typeof deliveries.$inferInsert, "caseId" | "channel" | "version">> & {
    readonly sharingBasisId: string | null;
    readonly nextAttemptAt: Date;
    readonly awaitedSince: Date;
  },
): Promise<void> {
  const { caseId, channel, version, sharingBasisId, nextAttemptAt, awaitedSince } = row;
  await tx
    .update(deliveries)
    .set({
      ...{ ...NOT_YET_SENT, sharingBasisId, nextAttemptAt, awaitedSince, sealSignature: null },
      repairs: sql`${deliveries.repairs} + 1`,
    })
    .where(
      and(
        eq(deliveries.caseId, caseId),
        eq(deliveries.channel, channel),
        eq(deliveries.version, version),
        sql`(${deliveries.sharingBasisId} is null) <> ${sharingBasisId === null}`,
      ),
    );
}

/** Where the listing belongs, and every channel that anything of it was ever on its way to: a removal reaches them all. */
async function findAllChannels(
  tx: Transaction,
  { file, authority }: LockedCase,
  pack: LawPack,
): Promise<readonly ChannelId[]> {
  const known = await tx
    .selectDistinct({ channel: deliveries.channel })
    .from(deliveries)
    .where(eq(deliveries.caseId, file.caseId));
  const everSent = known.map((row) => row.channel);
  const belongs = findChannels(file, pack, authority);
  return CHANNELS.filter((channel) => belongs.includes(channel) || everSent.includes(channel));
}

/** What a newer version has overtaken is never sent, and nobody waits for it. */
async function dropOvertaken(tx: Transaction, file: LockedCase["file"]): Promise<void> {
  await tx
    .update(deliveries)
    .set({ nextAttemptAt: null })
    .where(
      and(
        eq(deliveries.caseId, file.caseId),
        lt(deliveries.version, file.publicationVersion),
        isNull(deliveries.receivedAt),
      ),
    );
}

async function storeRecord(
  deps: OpenDeps,
  tx: Transaction,
  locked: LockedCase,
  pack: LawPack,
): Promise<void> {
  const { file, authority, now } = locked;
  const party = await readParty(tx, deps.encryption, file.partyId);
  const { catalog } = await deps.law.readBooks(tx, locked.calendarKey);
  const record = makeListingRecord({ file, pack, authority, catalog, party });
  const { body, signature } = signForm(record, deps.signing);
  await tx
    .insert(publicationRecords)
    .values({
      caseId: file.caseId,
      version: record.version,
      bodySealed: deps.encryption.encryptField(body),
      signature,
      madeAt: now,
    })
    .onConflictDoNothing();
}
