import { createHash } from "node:crypto";
import { asc, desc, gt, sql } from "drizzle-orm";
import { dayOf, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { describeAsMoneyEntities } from "../../domain/publication/follow-the-money.ts";
import type { ListingRecord } from "../../domain/publication/listing-record.ts";
import { writeCsv } from "../../domain/publication/open-data.ts";
import { registerEntries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { listNameOf } from "./find-register-entries.ts";
import { readMoment } from "./read-moment.ts";
import { entryAddress, findShown, shownOn } from "./shown-entries.ts";

type OpenDataDeps = Pick<AppDeps, "database" | "publicUrl">;

/** The forms in which the whole list can be taken. */
export const SNAPSHOT_FORMATS = {
  csv: { mediaType: "text/csv; charset=utf-8", fileName: "mingdan-listings.csv" },
  jsonl: { mediaType: "application/x-ndjson; charset=utf-8", fileName: "mingdan-listings.jsonl" },
  ftm: { mediaType: "application/x-ndjson; charset=utf-8", fileName: "mingdan-listings.ftm.json" },
} as const;

export type SnapshotFormat = keyof typeof SNAPSHOT_FORMATS;

/** The whole public list at one moment; the tag changes exactly when the bytes can. */
export interface Snapshot {
  readonly etag: string;
  /** Number of the newest change in it: the change feed goes on from here. */
  readonly changeNumber: number;
  readonly bytes: Buffer;
}

/**
 * Writes the whole public list as one file (全量快照): the entries that the register shows on this day, in the order of their ids.
 * Removed entries are not in it, and leave nothing behind.
 */
export async function takeSnapshot(deps: OpenDataDeps, format: SnapshotFormat): Promise<Snapshot> {
  const { published, changeNumber } = await readShown(deps);
  const bytes = Buffer.from(writeSnapshot(published, format, deps.publicUrl), "utf8");
  const hash = createHash("sha256").update(bytes).digest("hex");
  return { etag: `"${hash}"`, changeNumber, bytes };
}

/** An entry that is shown: its text as it was published, and what that says. */
interface PublishedEntry {
  readonly body: string;
  readonly record: ListingRecord;
}

async function readShown(
  deps: OpenDataDeps,
): Promise<{ published: readonly PublishedEntry[]; changeNumber: number }> {
  const today = dayOf(await readMoment(deps));
  // One statement sees one state of the table: the number belongs to exactly these entries.
  const rows = await deps.database
    .select({
      body: registerEntries.body,
      state: registerEntries.state,
      shownThrough: registerEntries.shownThrough,
      newest: sql<string>`max(${registerEntries.changeNumber}) over ()`,
    })
    .from(registerEntries)
    .orderBy(asc(registerEntries.caseId));
  const published = rows.flatMap((row) => {
    const record = findShown(row, today);
    return record === null ? [] : [{ body: row.body, record }];
  });
  return { published, changeNumber: Number(rows[0]?.newest ?? 0) };
}

function writeSnapshot(
  published: readonly PublishedEntry[],
  format: SnapshotFormat,
  publicUrl: string,
): string {
  switch (format) {
    case "csv":
      // The mark tells spreadsheets that the text is UTF-8.
      return `\uFEFF${writeCsv(published.map(({ record }) => record))}`;
    case "jsonl":
      return published.map(({ body }) => `${body}\n`).join("");
    case "ftm":
      return published
        .flatMap(({ record }) =>
          describeAsMoneyEntities(record, entryAddress(publicUrl, record.entryId)),
        )
        .map((entity) => `${JSON.stringify(entity)}\n`)
        .join("");
  }
}

/** One change of the public list: an entry put up, changed, or taken down (墓碑). */
export type OpenDataChange =
  | {
      readonly op: "ADD" | "MOD";
      readonly changeNumber: number;
      readonly entryId: string;
      readonly changedAt: Date;
      readonly entry: ListingRecord;
    }
  | {
      readonly op: "DEL";
      readonly changeNumber: number;
      readonly entryId: string;
      readonly changedAt: Date;
      readonly listName: string;
      readonly removedOn: CalendarDay | null;
    };

/** A page of the change feed; `next` is where the next question begins, also when there is nothing more now. */
export interface ChangePage {
  readonly changes: readonly OpenDataChange[];
  readonly next: number;
  readonly more: boolean;
}

const CHANGES_AT_ONCE = 500;

/**
 * Reads what changed after a number (变更流). Each entry appears once, as it stands now: whoever applies all pages from zero has
 * exactly what the snapshot has. A DEL for an entry that the reader never had may come, and does nothing.
 */
export async function findChanges(
  deps: Pick<AppDeps, "database">,
  since: number,
): Promise<ChangePage> {
  const today = dayOf(await readMoment(deps));
  const rows = await deps.database
    .select()
    .from(registerEntries)
    .where(gt(registerEntries.changeNumber, since))
    .orderBy(asc(registerEntries.changeNumber))
    .limit(CHANGES_AT_ONCE + 1);
  const page = rows.slice(0, CHANGES_AT_ONCE);
  const changes = page.map((row) => describeChange(row, today, since));
  const next = changes.at(-1)?.changeNumber ?? since;
  return { changes, next, more: rows.length > CHANGES_AT_ONCE };
}

function describeChange(
  row: typeof registerEntries.$inferSelect,
  today: CalendarDay,
  since: number,
): OpenDataChange {
  const { changeNumber, caseId: entryId, updatedAt: changedAt } = row;
  const entry = findShown(row, today);
  if (entry !== null) {
    const op = row.shownSinceChange > since ? "ADD" : "MOD";
    return { op, changeNumber, entryId, changedAt, entry };
  }
  const removedOn = row.removedOn === null ? null : parseDay(row.removedOn);
  const listName = listNameOf(row.listId);
  return { op: "DEL", changeNumber, entryId, changedAt, listName, removedOn };
}

/** The entries that were put up or changed last, for people who follow the list with a feed reader. */
export async function findNewestEntries(
  deps: Pick<AppDeps, "database">,
  limit: number,
): Promise<readonly { readonly record: ListingRecord; readonly changedAt: Date }[]> {
  const today = dayOf(await readMoment(deps));
  const rows = await deps.database
    .select()
    .from(registerEntries)
    .where(shownOn(today))
    .orderBy(desc(registerEntries.changeNumber))
    .limit(limit);
  return rows.flatMap((row) => {
    const record = findShown(row, today);
    return record === null ? [] : [{ record, changedAt: row.updatedAt }];
  });
}
