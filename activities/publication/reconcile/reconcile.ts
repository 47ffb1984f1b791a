import { sql } from "drizzle-orm";
import { addDays, dayOf, startOfDay } from "../../../domain/deadlines/calendar-day.ts";
import type { ChannelId } from "../../../domain/publication/channels.ts";
import {
  findDivergences,
  type Divergence,
} from "../../../domain/publication/reconcile/find-divergences.ts";
import type { Expectation, Holding } from "../../../domain/publication/reconcile/holding.ts";
import { readCaseClock } from "../../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../../platform/database.ts";
import type { ParcelDeps } from "../../../records/parcels.ts";
import { reconciliations } from "../../../schema/index.ts";
import { DeliveryFailed } from "../channels/channel.ts";
import type { ConnectedChannel } from "../connect-channels.ts";
import type { ReadBack, ReadingDays } from "../read-back/read-back.ts";
import { keepFindings } from "./divergence-rows.ts";
import { elsewhereBook, tellWhatChanged, type ElsewhereBookDeps } from "./elsewhere-book.ts";
import type { Entry, EntryBook, WhichEntries } from "./entry-book.ts";
import { listingBook } from "./listing-book.ts";
import { isSilent, isUnreadable, keepCondition } from "./silence.ts";

/** What reconciling needs. */
export interface ReconcileDeps extends ParcelDeps, ElsewhereBookDeps {
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
  if (due.isNight && channel === "measure-implementers") await tellWhatChanged(deps);
  const { readBacks } = deps.channels[channel];
  const anew = readBacks.length === 0 ? [] : await compare(deps, channel, readBacks, due.isNight);
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
  for (const { book, entryIds } of anew) await book.wake(entryIds);
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

/** Compares, and keeps what was found. Answers with what is sent anew, by book. */
async function compare(
  deps: ReconcileDeps,
  channel: ChannelId,
  readBacks: readonly ReadBack[],
  isWhole: boolean,
): Promise<readonly Anew[]> {
  const books = booksOf(deps, channel);
  const { since, opened } = await inTransaction(
    deps.database,
    async (tx) => ({
      since: dayOf(await readCaseClock(tx)),
      opened: await readBooks(tx, books, isWhole ? "all" : "new"),
    }),
    { readOnly: true },
  );
  const ids = opened.flatMap((each) => each.entries.map(({ entryId }) => entryId));
  if (ids.length === 0 && !isWhole) return [];
  const readings = await readAll(deps, channel, readBacks, isWhole ? "all" : ids);
  if (readings.length === 0) return [];
  // Where one of several could not be asked, nothing can be said to have ended.
  const isComplete = readings.length === readBacks.length;
  return inTransaction(deps.database, async (tx) => {
    await holdChannel(tx, channel);
    const now = await readCaseClock(tx);
    const again = await readBooks(tx, books, isWhole ? "all" : ids);
    const after = new Map(again.flatMap((each) => each.entries.map((e) => [e.entryId, e])));
    const graceMs = Math.max(...readBacks.map((each) => each.graceMs));
    const shownBy = new Date(now.getTime() - graceMs);
    const settled = opened.map(({ book, entries }) => ({
      book,
      entries: entries.filter((each) => isSettled(each, after.get(each.entryId), shownBy)),
    }));
    const seen: Seen = { found: [], compared: new Set() };
    for (const reading of readings) {
      const scope = isWhole ? "whole" : "part";
      const days = { since, until: dayOf(now) };
      await compareOne(tx, seen, { ...reading, settled, after, scope, days });
    }
    const { found, compared } = seen;
    const sure = isComplete ? compared : new Set<string>();
    const findings = { channel, now, found, compared: sure, isWhole: isWhole && isComplete };
    const anew = new Set(await keepFindings(tx, findings));
    const wrong = new Set(found.map((each) => each.entryId));
    return keepOutcome(tx, { settled, compared: sure, anew, wrong, now });
  });
}

/** A look that was begun again while the first still runs waits here, and finds what the first has kept. */
async function holdChannel(tx: Transaction, channel: ChannelId): Promise<void> {
  await tx
    .select({ channel: reconciliations.channel })
    .from(reconciliations)
    .where(sql`channel = ${channel}`)
    .for("update");
}

/** What one receiver shows. */
interface Reading {
  readonly readBack: ReadBack;
  readonly held: readonly Holding[];
}

/** Asks every receiver of the channel; those that cannot be asked now are left out. */
async function readAll(
  deps: ReconcileDeps,
  channel: ChannelId,
  readBacks: readonly ReadBack[],
  which: readonly string[] | "all",
): Promise<readonly Reading[]> {
  const readings: Reading[] = [];
  for (const readBack of readBacks) {
    const held = await read(readBack, which);
    if (held !== null) readings.push({ readBack, held });
  }
  const isComplete = readings.length === readBacks.length;
  const count = readings.reduce((sum, { held }) => sum + held.length, 0);
  await deps.database
    .update(reconciliations)
    .set(
      isComplete
        ? { unreadableSince: null, lastCompared: count }
        : { unreadableSince: sql`coalesce(unreadable_since, case_clock_now())` },
    )
    .where(sql`channel = ${channel}`);
  return readings;
}

interface Seen {
  readonly found: Divergence[];
  readonly compared: Set<string>;
}

interface OneReading extends Reading {
  readonly settled: readonly Opened[];
  readonly after: ReadonlyMap<string, Entry>;
  readonly scope: "whole" | "part";
  readonly days: ReadingDays;
}

/** Compares what one receiver shows, and adds what was found to what was seen. */
async function compareOne(
  tx: Transaction,
  { found, compared }: Seen,
  { readBack, held, settled, after, scope, days }: OneReading,
): Promise<void> {
  const expected: Expectation[] = [];
  for (const { book, entries } of settled) {
    expected.push(...(await book.readExpectations(tx, { readBack, days }, entries)));
  }
  const ids = new Set(expected.map((each) => each.entryId));
  // Entries on their way are known, but not compared: what is seen of them may be what was before.
  const known = held.filter((each) => !after.has(each.entryId) || ids.has(each.entryId));
  const { receiver } = readBack;
  const told = receiver === undefined ? "" : `${receiver}：`;
  for (const each of findDivergences(expected, known, scope)) {
    const differences = each.differences.map((one) => ({ ...one, field: `${told}${one.field}` }));
    found.push({ ...each, differences });
  }
  for (const id of ids) compared.add(id);
}

/** The kinds of entries that a channel holds. */
function booksOf(deps: ReconcileDeps, channel: ChannelId): readonly EntryBook[] {
  const listings = listingBook(deps, channel);
  return channel === "measure-implementers" ? [listings, elsewhereBook(deps)] : [listings];
}

interface Opened {
  readonly book: EntryBook;
  readonly entries: readonly Entry[];
}

async function readBooks(
  tx: Transaction,
  books: readonly EntryBook[],
  which: WhichEntries,
): Promise<readonly Opened[]> {
  const opened: Opened[] = [];
  for (const book of books) opened.push({ book, entries: await book.readEntries(tx, which) });
  return opened;
}

interface Anew {
  readonly book: EntryBook;
  readonly entryIds: readonly string[];
}

interface Compared {
  readonly settled: readonly Opened[];
  readonly compared: ReadonlySet<string>;
  readonly anew: ReadonlySet<string>;
  readonly wrong: ReadonlySet<string>;
  readonly now: Date;
}

async function keepOutcome(
  tx: Transaction,
  { settled, compared, anew, wrong, now }: Compared,
): Promise<readonly Anew[]> {
  const sent: Anew[] = [];
  for (const { book, entries } of settled) {
    const again = entries.filter((each) => anew.has(each.entryId));
    for (const entry of again) await book.sendAnew(tx, entry, now);
    const right = entries.filter((each) => compared.has(each.entryId) && !wrong.has(each.entryId));
    await book.markVerified(tx, right);
    sent.push({ book, entryIds: again.map((each) => each.entryId) });
  }
  return sent;
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

/** What a receiver shows; null where it cannot be read now. */
async function read(
  readBack: ReadBack,
  which: readonly string[] | "all",
): Promise<readonly Holding[] | null> {
  try {
    return await readBack.read(which);
  } catch (error) {
    if (!(error instanceof DeliveryFailed)) throw error;
    return null;
  }
}
