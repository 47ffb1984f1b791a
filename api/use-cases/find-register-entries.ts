import { and, desc, eq, sql, type SQL } from "drizzle-orm";
import type { AnyPgColumn } from "drizzle-orm/pg-core";
import { dayOf, parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { NATIONAL_LISTS } from "../../domain/packs/list-id.ts";
import { inTransaction } from "../../platform/database.ts";
import { normalizeName } from "../../records/normalize-name.ts";
import { registerEntries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";
import { cutPage, limitOf, readCursor, type Page, type PageQuery } from "./paging.ts";
import { shownOn } from "./shown-entries.ts";

/** What the public looks for. */
export interface RegisterQuery extends PageQuery {
  /** Part of a name, at least two characters. */
  readonly name?: string | undefined;
  readonly listId?: string | undefined;
}

/** One entry of the public register, masked as its list demands. */
export interface RegisterRow {
  readonly entryId: string;
  readonly name: string;
  readonly identifier: string;
  readonly listId: string;
  readonly listName: string;
  readonly authorityName: string;
  readonly decisionNumber: string;
  readonly listedOn: CalendarDay;
  readonly shownThrough: CalendarDay;
}

/** A page of the register, with the moment that it speaks of and how many entries were found. */
export interface RegisterPage extends Page<RegisterRow> {
  readonly total: number;
  readonly asOf: Date;
}

/** Searches the public register: only what is shown, and never beyond the last day of a listing. */
export async function findRegisterEntries(
  deps: Pick<AppDeps, "database">,
  query: RegisterQuery = {},
): Promise<RegisterPage> {
  const limit = limitOf(query);
  const cursor = readCursor(query, 2);
  const name = nameCondition(registerEntries.searchName, query.name ?? "");
  return inTransaction(deps.database, async (tx) => {
    const clock = await tx.execute<{ now: string }>(sql`select case_clock_now()::text as now`);
    const asOf = new Date(clock.rows[0]?.now ?? "");
    const found = and(
      shownOn(dayOf(asOf)),
      query.listId === undefined || query.listId === ""
        ? undefined
        : eq(registerEntries.listId, query.listId),
      name,
    );
    const rows = await tx
      .select()
      .from(registerEntries)
      .where(
        and(
          found,
          cursor === null
            ? undefined
            : sql`(${registerEntries.listedOn}::text, ${registerEntries.caseId}::text) < (${cursor[0]}, ${cursor[1]})`,
        ),
      )
      .orderBy(desc(registerEntries.listedOn), desc(registerEntries.caseId))
      .limit(limit + 1);
    const page = cutPage(rows, limit, (row) => [row.listedOn, row.caseId]);
    const counted = await tx
      .select({ total: sql<number>`count(*)::int` })
      .from(registerEntries)
      .where(found);
    return {
      asOf,
      total: counted[0]?.total ?? 0,
      nextCursor: page.nextCursor,
      rows: page.rows.map(viewRow),
    };
  });
}

/**
 * Looks for a part of a name. Trigrams need three characters, Chinese names have two: with every character doubled, two are
 * enough for the index. The second condition drops what only doubling made look alike.
 */
export function nameCondition(searchName: AnyPgColumn, name: string): SQL | undefined {
  if (name.trim() === "") return undefined;
  const words = normalizeName(name);
  if ([...words].length < 2) {
    throw new BadInputError([{ field: "/name", message: "请至少输入名称中的两个字" }]);
  }
  const doubled = [...words].map((character) => character.repeat(2)).join("");
  return and(
    sql`regexp_replace(${searchName}, '(.)', '\\1\\1', 'g') like ${`%${doubled}%`}`,
    sql`${searchName} like ${`%${words}%`}`,
  );
}

function viewRow(row: typeof registerEntries.$inferSelect): RegisterRow {
  return {
    entryId: row.caseId,
    name: row.publicName,
    identifier: row.publicIdentifier,
    listId: row.listId,
    listName: listNameOf(row.listId),
    authorityName: row.authorityName,
    decisionNumber: row.decisionNumber,
    listedOn: parseDay(row.listedOn),
    shownThrough: parseDay(row.shownThrough),
  };
}

/** The name of a list; a local one goes by its id. */
export function listNameOf(listId: string): string {
  const known = Object.entries(NATIONAL_LISTS).find(([id]) => id === listId);
  return known?.[1] ?? listId;
}
