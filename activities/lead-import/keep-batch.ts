import { eq, sql } from "drizzle-orm";
import { inTransaction } from "../../platform/database.ts";
import { leadImports } from "../../schema/index.ts";
import { rowKindOf, type NumberedCells } from "./row-kinds.ts";
import type { LeadDeps } from "./take-rows.ts";

/** A run of lines: those after `from`, through `upTo`. */
export interface RowBatch {
  readonly from: number;
  readonly upTo: number;
  readonly rows: readonly NumberedCells[];
}

type ImportRow = typeof leadImports.$inferSelect;

/**
 * Keeps one batch: what it holds, rows that are wrong or there already with what is to be said about them, and how far the file is
 * dealt with. Whoever was overtaken by another worker writes nothing.
 */
export async function keepBatch(
  deps: LeadDeps,
  row: ImportRow,
  { from, upTo, rows }: RowBatch,
): Promise<void> {
  await inTransaction(deps.database, async (tx) => {
    const [current] = await tx
      .select({ lastRow: leadImports.lastRow, state: leadImports.state })
      .from(leadImports)
      .where(eq(leadImports.importId, row.importId))
      .for("update");
    if (current?.lastRow !== from || current.state !== "running") {
      throw new Error("another worker is ahead");
    }
    const counts = await rowKindOf(row.listId).keepRows(deps, tx, row, rows);
    await tx
      .update(leadImports)
      .set({
        lastRow: upTo,
        taken: sql`${leadImports.taken} + ${counts.taken}`,
        rejected: sql`${leadImports.rejected} + ${counts.rejected}`,
        duplicates: sql`${leadImports.duplicates} + ${counts.duplicates}`,
        touchedAt: sql`case_clock_now()`,
      })
      .where(eq(leadImports.importId, row.importId));
  });
}
