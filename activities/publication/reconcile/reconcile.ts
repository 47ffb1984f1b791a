import { sql } from "drizzle-orm";
import type { Client } from "@temporalio/client";
import { addDays, dayOf, startOfDay } from "../../../domain/deadlines/calendar-day.ts";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import { findDivergences } from "../../../domain/publication/reconcile/find-divergences.ts";
import type { Holding } from "../../../domain/publication/reconcile/holding.ts";
import { readCaseClock, readClockOffset } from "../../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../../platform/database.ts";
import { TASK_QUEUES } from "../../../platform/task-queues.ts";
import type { ParcelDeps } from "../../../records/parcels.ts";
import { elsewhereListings, reconciliations } from "../../../schema/index.ts";
import { publicationId, publishSignal, reconciliationId } from "../../../workflows/messages.ts";
import { DeliveryFailed } from "../channels/channel.ts";
import type { ConnectedChannel } from "../connect-channels.ts";
import type { ReadBack } from "../read-back/read-back.ts";
import { keepFindings, sendAnew } from "./divergence-rows.ts";
import { markVerified, readEntries, readExpectations, type Entry } from "./expectations.ts";
import { isSilent, isUnreadable, keepCondition } from "./silence.ts";

/** What reconciling needs. */
export interface ReconcileDeps extends ParcelDeps {
  readonly database: Database;
  readonly client: Client;
  readonly channels: Readonly<Record<ChannelId, ConnectedChannel>>;
}

/** When the channel is compared as a whole again, by the case clock. */
export interface ReconcileOutcome {
  readonly nextAt: string;
}

const TWO_HOURS_MS = 2 * 3_600_000;

/**
 * Compares what a channel shows with the record (一致性核对): every entry at night, and those that changed whenever something did. What
 * differs is sent anew; what still differs after that calls people.
 */
export async function reconcile(
  deps: ReconcileDeps,
  channel: ChannelId,
): Promise<ReconcileOutcome> {
  const due = await inTransaction(deps.database, (tx) => readDue(tx, channel));
  const { readBack } = deps.channels[channel];
  const anew = readBack === null ? [] : await compare(deps, channel, readBack, due.isNight);
  await inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    await keepCondition(tx, channel, "silent", await isSilent(tx, channel), now);
    await keepCondition(tx, channel, "unreadable", await isUnreadable(tx, channel), now);
    const nextDueAt = due.isNight ? nextNight(due.now) : due.nextDueAt;
    await tx
      .update(reconciliations)
      .set({ nextDueAt, lastRunAt: now })
      .where(sql`channel = ${channel}`);
  });
  await wakePublications(deps, channel, anew);
  const next = due.isNight ? nextNight(due.now) : due.nextDueAt;
  return { nextAt: next.toISOString() };
}

interface Due {
  readonly now: Date;
  readonly nextDueAt: Date;
  readonly isNight: boolean;
}

/** At two in the morning everything is compared. */
function nextNight(now: Date): Date {
  const today = new Date(startOfDay(dayOf(now)).getTime() + TWO_HOURS_MS);
  return today > now
    ? today
    : new Date(startOfDay(addDays(dayOf(now), 1)).getTime() + TWO_HOURS_MS);
}

async function readDue(tx: Transaction, channel: ChannelId): Promise<Due> {
  const now = await readCaseClock(tx);
  const [row] = await tx
    .insert(reconciliations)
    .values({ channel, nextDueAt: nextNight(now) })
    .onConflictDoUpdate({ target: reconciliations.channel, set: { channel } })
    .returning({ nextDueAt: reconciliations.nextDueAt });
  const nextDueAt = row?.nextDueAt ?? nextNight(now);
  return { now, nextDueAt, isNight: nextDueAt <= now };
}

/** Answers with the entries that are sent anew. */
async function compare(
  deps: ReconcileDeps,
  channel: ChannelId,
  readBack: ReadBack,
  isWhole: boolean,
): Promise<readonly string[]> {
  const which = isWhole ? "all" : "new";
  const before = await inTransaction(deps.database, (tx) => readEntries(tx, channel, which), {
    readOnly: true,
  });
  if (before.length === 0 && !isWhole) return [];
  const held = await read(
    deps,
    channel,
    readBack,
    isWhole ? "all" : before.map((each) => each.entryId),
  );
  if (held === null) return [];
  return inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    const asked = isWhole ? "all" : before.map((each) => each.entryId);
    const again = await readEntries(tx, channel, asked);
    const after = new Map(again.map((each) => [each.entryId, each]));
    const shownBy = new Date(now.getTime() - readBack.graceMs);
    const settled = before.filter((each) => isSettled(each, after.get(each.entryId), shownBy));
    const expected = await readExpectations(deps, tx, channel, readBack, settled);
    // Entries on their way are known, but not compared: what is seen of them may be what was before.
    const others = await findElsewhere(tx, channel);
    const known = held.filter(
      (each) => isComparable(each, settled, after) && !others.has(each.entryId),
    );
    const found = findDivergences(expected, known, isWhole ? "whole" : "part");
    const compared = new Set(settled.map((each) => each.entryId));
    const anew = await keepFindings(tx, { channel, now, found, compared, isWhole });
    for (const entry of settled) {
      if (anew.includes(entry.entryId)) await sendAnew(tx, channel, entry, now);
    }
    const wrong = new Set(found.map((each) => each.entryId));
    await markVerified(
      tx,
      channel,
      settled.filter((each) => !wrong.has(each.entryId)),
    );
    return anew;
  });
}

/** Whether nothing happened to an entry while it was read back, and its receiver has had time to show it. */
function isSettled(before: Entry, after: Entry | undefined, shownBy: Date): boolean {
  return (
    before.receivedAt !== null &&
    before.receivedAt <= shownBy &&
    after?.receivedAt?.getTime() === before.receivedAt.getTime() &&
    after.version === before.version &&
    after.repairs === before.repairs
  );
}

function isComparable(
  holding: Holding,
  settled: readonly Entry[],
  after: ReadonlyMap<string, Entry>,
): boolean {
  return !after.has(holding.entryId) || settled.some((each) => each.entryId === holding.entryId);
}

/** What implementers hold of lists that others decide is told them on its own, and is no listing of ours. */
async function findElsewhere(tx: Transaction, channel: ChannelId): Promise<ReadonlySet<string>> {
  if (channel !== "measure-implementers") return new Set();
  const rows = await tx.select({ entryId: elsewhereListings.entryId }).from(elsewhereListings);
  return new Set(rows.map((row) => row.entryId));
}

/** What the channel shows; null where it cannot be read now. */
async function read(
  deps: ReconcileDeps,
  channel: ChannelId,
  readBack: ReadBack,
  which: readonly string[] | "all",
): Promise<readonly Holding[] | null> {
  try {
    const held = await readBack.read(which);
    await deps.database
      .update(reconciliations)
      .set({ unreadableSince: null, lastCompared: held.length })
      .where(sql`channel = ${channel}`);
    return held;
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    await deps.database
      .update(reconciliations)
      .set({ unreadableSince: sql`coalesce(unreadable_since, case_clock_now())` })
      .where(sql`channel = ${channel}`);
    return null;
  }
}

async function wakePublications(
  deps: ReconcileDeps,
  channel: ChannelId,
  entryIds: readonly string[],
): Promise<void> {
  if (entryIds.length === 0) return;
  const clockOffsetMs = await inTransaction(deps.database, readClockOffset);
  for (const caseId of entryIds) {
    await deps.client.workflow.signalWithStart("publication", {
      workflowId: publicationId(caseId, channel),
      taskQueue: TASK_QUEUES.listingCase,
      args: [{ caseId, channel, clockOffsetMs }],
      signal: publishSignal,
    });
  }
}

/** Has a channel compared soon, because something changed. */
export async function wakeReconciliation(
  { client }: Pick<ReconcileDeps, "client">,
  channel: ChannelId,
  clockOffsetMs: number,
): Promise<void> {
  await client.workflow.signalWithStart("reconciliation", {
    workflowId: reconciliationId(channel),
    taskQueue: TASK_QUEUES.listingCase,
    args: [{ channel, clockOffsetMs }],
    signal: publishSignal,
  });
}
