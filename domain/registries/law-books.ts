import { addDays, type CalendarDay } from "../deadlines/calendar-day.ts";
import type { MeasureRow } from "../measures/catalog.ts";
import type { CatalogEdition, DirectoryEdition, Edition, LawBooks } from "./edition.ts";

/**
 * Puts directory and catalog together from their editions (目录、清单汇编). A new edition ends the one before it on the same level: its last
 * day is the day before the new one's first.
 *
 * A row of the catalog that the new edition holds as well goes on for cases that pinned the old one; a row that it does not hold ends
 * with the old edition (措施失去依据).
 */
export function compileLawBooks(editions: readonly Edition[]): LawBooks {
  const directories = editions.filter((each) => each.registry === "directory");
  const catalogs = editions.filter((each) => each.registry === "catalog");
  return {
    directory: directories.flatMap((each) => holdItems(each, directories)),
    catalog: catalogs.flatMap((each) => holdRows(each, catalogs)),
    catalogEditions: catalogs
      .filter((each) => each.level === "national")
      .map(({ edition, inForceFrom }) => ({ edition, inForceFrom })),
  };
}

/** The national catalog that a case opened on a day is pinned to (锁定清单版本). */
export function catalogEditionOn({ catalogEditions }: LawBooks, day: CalendarDay): string {
  const begun = catalogEditions.filter((each) => each.inForceFrom <= day);
  const newest = begun.reduce((one, other) => (other.inForceFrom > one.inForceFrom ? other : one));
  return newest.edition;
}

function holdItems(
  held: DirectoryEdition,
  all: readonly DirectoryEdition[],
): LawBooks["directory"] {
  const { edition, level, inForceFrom } = held;
  const inForceTo = lastDayOf(held, findSuccessor(held, all));
  return held.items.map((item) => ({ item, edition, level, inForceFrom, inForceTo }));
}

function holdRows(held: CatalogEdition, all: readonly CatalogEdition[]): readonly MeasureRow[] {
  const successor = findSuccessor(held, all);
  if (successor === null) {
    return held.inForceTo === null
      ? held.rows
      : held.rows.map((row) => ({ ...row, inForceTo: earlier(row.inForceTo, held.inForceTo) }));
  }
  const kept = new Set(successor.rows.filter((row) => row.active).map((row) => row.id));
  const lastDay = lastDayOf(held, successor);
  return held.rows.map((row) => ({
    ...row,
    supersededBy: successor.edition,
    inForceTo: kept.has(row.id) ? row.inForceTo : earlier(row.inForceTo, lastDay),
  }));
}

/** The next edition of the same level. */
function findSuccessor<Kind extends Edition>(held: Kind, all: readonly Kind[]): Kind | null {
  const later = all.filter(
    (each) => each.level === held.level && each.inForceFrom > held.inForceFrom,
  );
  return later.reduce<Kind | null>(
    (next, each) => (next === null || each.inForceFrom < next.inForceFrom ? each : next),
    null,
  );
}

function lastDayOf(
  { inForceTo }: Pick<Edition, "inForceTo">,
  successor: Pick<Edition, "inForceFrom"> | null,
): CalendarDay | null {
  return earlier(inForceTo, successor === null ? null : addDays(successor.inForceFrom, -1));
}

function earlier(one: CalendarDay | null, other: CalendarDay | null): CalendarDay | null {
  if (one === null || other === null) return one ?? other;
  return one < other ? one : other;
}
