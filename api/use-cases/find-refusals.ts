import { and, desc, eq, sql } from "drizzle-orm";
import { ACT_TABLE, isCommandKind } from "../../domain/case-file/act-table.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Refusal } from "../../domain/refusal.ts";
import { inTransaction } from "../../platform/database.ts";
import { refusals } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { readNames } from "./find-case-events.ts";
import { viewRefusal, type RefusalView } from "./finding-view.ts";
import { requireOfficial } from "./person.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { readVisibleCase } from "./visible-case.ts";

/** One act that was not allowed. */
export interface RefusalRow {
  readonly refusalId: string;
  readonly act: string;
  readonly actTitle: string;
  readonly userName: string;
  readonly refusal: RefusalView;
  readonly refusedAt: Date;
}

/** The refusals of a case, newest first. */
export async function findRefusals(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  caseId: string,
  query: PageQuery = {},
): Promise<Page<RefusalRow>> {
  requireOfficial(actor);
  const limit = limitOf(query);
  const id = sql`${refusals.refusalId}::text`;
  const older = olderThanCursor(query, refusals.refusedAt, id);
  return inTransaction(deps.database, async (tx) => {
    await readVisibleCase(tx, actor, caseId);
    const rows = await tx
      .select()
      .from(refusals)
      .where(and(eq(refusals.caseId, caseId), older))
      .orderBy(desc(refusals.refusedAt), desc(id))
      .limit(limit + 1);
    const page = cutPage(rows, limit, (row) => [row.refusedAt.toISOString(), row.refusalId]);
    const names = await readNames(
      tx,
      page.rows.map((row) => row.userId),
    );
    return {
      nextCursor: page.nextCursor,
      rows: page.rows.map((row) => ({
        refusalId: row.refusalId,
        act: row.act,
        actTitle: isCommandKind(row.act) ? ACT_TABLE[row.act].title : row.act,
        userName: names.get(row.userId) ?? "",
        refusal: viewRefusal(row.refusal as Refusal), // written by `storeRefusal`
        refusedAt: row.refusedAt,
      })),
    };
  });
}
