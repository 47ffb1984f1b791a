import { parseDay } from "../../domain/deadlines/calendar-day.ts";
import type { CatalogEdition, Edition } from "../../domain/registries/edition.ts";
import { compileLawBooks } from "../../domain/registries/law-books.ts";
import { SHIPPED_EDITIONS } from "../../domain/registries/shipped-editions.ts";
import { MEASURE_CATALOG, type MeasureRow } from "../../domain/measures/catalog.ts";
import { inWorld, type Scene } from "./case-builder.ts";

/** An invented new national edition of the measure catalog, with the rows of the starter edition that are named. */
export function newCatalog(
  rowIds: readonly string[],
  inForceFrom = "2026-03-20",
  edition = "sample-2026",
): CatalogEdition {
  const day = parseDay(inForceFrom);
  const rows = MEASURE_CATALOG.filter((row) => rowIds.includes(row.id)).map((row): MeasureRow => ({
    ...row,
    edition,
    inForceFrom: day,
    inForceTo: null,
  }));
  return {
    registry: "catalog",
    ...{ edition, level: "national", title: "【虚构】示例清单", inForceFrom: day, inForceTo: null },
    ...{ scope: null, rows },
  };
}

/** The same case in a world that has these editions as well. */
export function inWorldWith(scene: Scene, ...editions: readonly Edition[]): Scene {
  const { catalog, directory } = compileLawBooks([...SHIPPED_EDITIONS, ...editions]);
  return inWorld(scene, { catalog, directory });
}
