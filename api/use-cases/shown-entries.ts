import { and, eq, gte, type SQL } from "drizzle-orm";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { registerEntries } from "../../schema/index.ts";

type EntryRow = typeof registerEntries.$inferSelect;

/**
 * What the public sees of an entry on a day: nothing beyond its last one, however late the removal is (到期不再公示), and nothing of one whose
 * content somebody emptied or broke, which hides no other.
 */
export function findShown(
  entry: Pick<EntryRow, "state" | "shownThrough" | "body">,
  day: CalendarDay,
): ListingRecord | null {
  return entry.state === "shown" && entry.shownThrough >= day ? readPublished(entry.body) : null;
}

/** State and last day as a condition of a query; whether its content is whole can only be told of an entry that was read. */
export function shownOn(day: CalendarDay): SQL | undefined {
  return and(eq(registerEntries.state, "shown"), gte(registerEntries.shownThrough, day));
}

/** Masked and written by the register's own channel; the first entries were written before objections could be filed. */
function readPublished(body: string): ListingRecord | null {
  const published = parse(body) as Omit<ListingRecord, "disputedSince" | "corrections"> &
    Partial<Pick<ListingRecord, "disputedSince" | "corrections">>;
  return published === null ? null : { disputedSince: null, corrections: [], ...published };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}

/** Where the public reads an entry. */
export function entryAddress(publicUrl: string, entryId: string): string {
  return new URL(`/register/${entryId}`, publicUrl).href;
}
