import { and, desc, eq, gte, isNull, ne, or, sql, type SQL } from "drizzle-orm";
import { dayOf, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { findFedList } from "../../domain/elsewhere/elsewhere-columns.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction } from "../../platform/database.ts";
import { elsewhereListings } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { nameCondition } from "./find-register-entries.ts";
import { cutPage, limitOf, readCursor, type Page, type PageQuery } from "./paging.ts";

/** What the public looks for among what others decided. */
export interface ElsewhereQuery extends PageQuery {
  readonly name?: string | undefined;
  readonly listId?: string | undefined;
}

/** One party that others listed, as the public sees it. */
export interface ElsewhereRow {
  readonly entryId: string;
  readonly name: string;
  readonly identifier: string;
  readonly listId: string;
  readonly listName: string;
  /** Who decides this list (认定机关); never anybody here. */
  readonly decidedBy: string;
  readonly authorityName: string;
  readonly documentNumber: string;
  readonly listedOn: CalendarDay | null;
  readonly shownThrough: CalendarDay | null;
}

/** A page of them, with the moment that it speaks of. */
export interface ElsewherePage extends Page<ElsewhereRow> {
  readonly total: number;
  readonly asOf: Date;
}

/** Searches what others decided and this place only shows (外部认定名单查询): firms alone, and never beyond the last day of a listing. */
export async function findElsewhere(
  deps: Pick<AppDeps, "database">,
  query: ElsewhereQuery = {},
): Promise<ElsewherePage> {
  const limit = limitOf(query);
  const cursor = readCursor(query, 2);
  const name = nameCondition(elsewhereListings.searchName, query.name ?? "");
  return inTransaction(
    deps.database,
    async (tx) => {
      const asOf = await readCaseClock(tx);
      const found = and(isPublicOn(dayOf(asOf)), isOfList(query.listId), name);
      const rows = await tx
        .select()
        .from(elsewhereListings)
        .where(
          and(
            found,
            cursor === null
              ? undefined
              : sql`(${elsewhereListings.listedOn}::text, ${elsewhereListings.entryId}::text) < (${cursor[0]}, ${cursor[1]})`,
          ),
        )
        .orderBy(desc(elsewhereListings.listedOn), desc(elsewhereListings.entryId))
        .limit(limit + 1);
      const page = cutPage(rows, limit, (row) => [row.listedOn ?? "", row.entryId]);
      const [counted] = await tx
        .select({ total: sql<number>`count(*)::int` })
        .from(elsewhereListings)
        .where(found);
      return {
        asOf,
        total: counted?.total ?? 0,
        nextCursor: page.nextCursor,
        rows: page.rows.map(viewRow),
      };
    },
    { readOnly: true },
  );
}

function isOfList(listId: string | undefined): SQL | undefined {
  return listId === undefined || listId === "" ? undefined : eq(elsewhereListings.listId, listId);
}

/** Shown, a firm, and not past the last day that its source named. */
function isPublicOn(day: CalendarDay): SQL | undefined {
  return and(
    eq(elsewhereListings.state, "shown"),
    ne(elsewhereListings.publicName, ""),
    or(isNull(elsewhereListings.shownThrough), gte(elsewhereListings.shownThrough, day)),
  );
}

function viewRow(row: typeof elsewhereListings.$inferSelect): ElsewhereRow {
  const list = findFedList(row.listId);
  return {
    ...{ entryId: row.entryId, name: row.publicName, identifier: row.publicIdentifier },
    ...{ listId: row.listId, listName: list?.listName ?? row.listId },
    decidedBy: list?.decidedBy ?? "",
    ...{ authorityName: row.authorityName, documentNumber: row.documentNumber },
    listedOn: row.listedOn === null ? null : parseDay(row.listedOn),
    shownThrough: row.shownThrough === null ? null : parseDay(row.shownThrough),
  };
}
