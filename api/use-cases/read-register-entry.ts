import { eq, sql } from "drizzle-orm";
import { dayOf, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { registerEntries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { NotFoundError } from "./faults.ts";
import { listNameOf } from "./find-register-entries.ts";
import { findShown } from "./shown-entries.ts";
import { isUuid } from "./visible-case.ts";

/** An entry of the register: as it is published, or that it was taken down. */
export type RegisterEntryView =
  | { readonly state: "shown"; readonly entry: ListingRecord; readonly asOf: Date }
  | {
      readonly state: "suspended" | "removed";
      readonly entryId: string;
      readonly listName: string;
      readonly removedOn: CalendarDay | null;
      readonly asOf: Date;
    };

/** Reads an entry of the public register; of one that was taken down nothing stays but that it was. */
export async function readRegisterEntry(
  deps: Pick<AppDeps, "database">,
  entryId: string,
): Promise<RegisterEntryView> {
  if (!isUuid(entryId)) throw new NotFoundError("no such entry");
  const rows = await deps.database
    .select({ entry: registerEntries, now: sql<string>`case_clock_now()::text` })
    .from(registerEntries)
    .where(eq(registerEntries.caseId, entryId));
  const row = rows[0];
  if (row === undefined) throw new NotFoundError("no such entry");
  const { entry } = row;
  const asOf = new Date(row.now);
  const shown = findShown(entry, dayOf(asOf));
  if (shown !== null) return { state: "shown", entry: shown, asOf };
  return {
    state: entry.state === "suspended" ? "suspended" : "removed",
    entryId,
    listName: listNameOf(entry.listId),
    removedOn: entry.removedOn === null ? null : parseDay(entry.removedOn),
    asOf,
  };
}
