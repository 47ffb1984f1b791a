import { and, eq, gte, ne, type SQL } from "drizzle-orm";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { registerEntries } from "../../schema/index.ts";

type EntryRow = typeof registerEntries.$inferSelect;

/**
 * Whether the public may see an entry on a day: never beyond its last one, however late the removal is (到期不再公示), and never without its
 * content, should somebody have emptied it.
 */
export function isShownOn(
  entry: Pick<EntryRow, "state" | "shownThrough" | "body">,
  day: CalendarDay,
): boolean {
  return entry.state === "shown" && entry.body !== "" && entry.shownThrough >= day;
}

/** The same as a condition of a query. */
export function shownOn(day: CalendarDay): SQL | undefined {
  return and(
    eq(registerEntries.state, "shown"),
    ne(registerEntries.body, ""),
    gte(registerEntries.shownThrough, day),
  );
}

/** Reads the published part of an entry that is shown; one that was taken down has none. */
export function readPublished(body: string): ListingRecord {
  // Masked and written by the register's own channel; the first entries were written before objections could be filed.
  const published = JSON.parse(body) as Omit<ListingRecord, "disputedSince" | "corrections"> &
    Partial<Pick<ListingRecord, "disputedSince" | "corrections">>;
  return { disputedSince: null, corrections: [], ...published };
}

/** Where the public reads an entry. */
export function entryAddress(publicUrl: string, entryId: string): string {
  return new URL(`/register/${entryId}`, publicUrl).href;
}
