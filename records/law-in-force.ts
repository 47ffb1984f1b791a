import { and, eq, isNotNull, sql } from "drizzle-orm";
import type { Calendar, CalendarNotice } from "../domain/deadlines/calendar.ts";
import type { LawPack } from "../domain/packs/law-pack.ts";
import type { LawBooks } from "../domain/registries/edition.ts";
import { compileLawBooks } from "../domain/registries/law-books.ts";
import { SHIPPED_EDITIONS } from "../domain/registries/shipped-editions.ts";
import type { Transaction } from "../platform/database.ts";
import { calendarNotices, lawEditions, lawPacks } from "../schema/index.ts";

/**
 * Changes whenever a calendar notice is entered or an edition of directory or catalog is approved: the key under which these are kept in
 * memory, and by which a case knows that it has to look at itself again.
 */
export const CALENDAR_KEY = sql<string>`(
  select count(*) || '@' || max(changed_at) from (
    select entered_at as changed_at from calendar_notices
    union all select approved_at from law_editions where approved_at is not null
  ) as law)`;

/**
 * The law as data, kept in memory: an activated pack version never changes, and the calendar is read anew
 * when its key says that a notice was entered.
 */
export interface LawInForce {
  readonly readPack: (tx: Transaction, listId: string, version: string) => Promise<LawPack>;
  readonly readCalendar: (tx: Transaction, key: string) => Promise<Calendar>;
  /** Directory and measure catalog, of every edition that was approved. */
  readonly readBooks: (tx: Transaction, key: string) => Promise<LawBooks>;
}

/** Makes the in-memory keeper of packs and calendar, one per process. */
export function keepLawInForce(): LawInForce {
  const packs = new Map<string, LawPack>();
  let calendar: { key: string; value: Calendar } | null = null;
  let books: { key: string; value: LawBooks } | null = null;
  return {
    async readPack(tx, listId, version) {
      const key = `${listId}@${version}`;
      const known = packs.get(key);
      if (known !== undefined) return known;
      const pack = await findPack(tx, listId, version);
      packs.set(key, pack);
      return pack;
    },
    async readCalendar(tx, key) {
      if (calendar?.key !== key) calendar = { key, value: await findCalendar(tx) };
      return calendar.value;
    },
    async readBooks(tx, key) {
      if (books?.key !== key) books = { key, value: await findBooks(tx) };
      return books.value;
    },
  };
}

/** The calendar as it stands now, for work that reads no case beside it. */
export async function readCalendarNow(law: LawInForce, tx: Transaction): Promise<Calendar> {
  const { rows } = await tx.execute<{ key: string }>(sql`select ${CALENDAR_KEY} as key`);
  return law.readCalendar(tx, rows[0]?.key ?? "");
}

/** Directory and catalog as they stand now, for work that reads no case beside them. */
export async function readBooksNow(law: LawInForce, tx: Transaction): Promise<LawBooks> {
  const { rows } = await tx.execute<{ key: string }>(sql`select ${CALENDAR_KEY} as key`);
  return law.readBooks(tx, rows[0]?.key ?? "");
}

/** When the law as data last changed, by the case clock: the key says it. */
export function changedAtOf(calendarKey: string): Date {
  return new Date(calendarKey.slice(calendarKey.indexOf("@") + 1));
}

/** Under which id a notice is kept. */
export function noticeIdOf({ region, year, number }: CalendarNotice): string {
  return `${region} ${String(year)} ${number}`;
}

async function findPack(tx: Transaction, listId: string, version: string): Promise<LawPack> {
  const rows = await tx
    .select({ body: lawPacks.body })
    .from(lawPacks)
    .where(and(eq(lawPacks.listId, listId), eq(lawPacks.version, version)));
  if (rows[0] === undefined) throw new Error(`no law pack ${listId} in version ${version}`);
  return rows[0].body;
}

async function findCalendar(tx: Transaction): Promise<Calendar> {
  const rows = await tx
    .select({ body: calendarNotices.body })
    .from(calendarNotices)
    .orderBy(calendarNotices.noticeId);
  const notices = rows.map((row) => row.body);
  const newest = notices.map((notice) => notice.issuedOn).reduce((a, b) => (a > b ? a : b), "");
  return { version: newest, notices };
}

async function findBooks(tx: Transaction): Promise<LawBooks> {
  const rows = await tx
    .select({ body: lawEditions.body })
    .from(lawEditions)
    .where(isNotNull(lawEditions.approvedAt))
    .orderBy(lawEditions.edition);
  return compileLawBooks([...SHIPPED_EDITIONS, ...rows.map((row) => row.body)]);
}
