import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Transaction } from "../../platform/database.ts";
import type { CaseLaw } from "../../records/case-context.ts";
import { CALENDAR_KEY, type LawInForce } from "../../records/law-in-force.ts";
import { authorities, caseFiles } from "../../schema/index.ts";
import { NotFoundError } from "./faults.ts";
import { handlesCases, overseesCases } from "./person.ts";

/** A case as one person may see it, with all that judging it needs. */
export interface VisibleCase {
  readonly file: CaseFile;
  readonly chainHead: string;
  readonly authority: Authority;
  readonly now: Date;
  readonly today: CalendarDay;
  readonly calendarKey: string;
}

/** The cases that a person may know of, as a condition on case rows; every query on cases carries it. */
export function scopeOf(actor: Actor): SQL {
  if (actor.roles.includes("party")) {
    return actor.partyCaseId === null ? sql`false` : eq(caseFiles.caseId, actor.partyCaseId);
  }
  if (actor.authorityId !== null) {
    const sees = handlesCases(actor) || overseesCases(actor);
    return sees ? eq(caseFiles.authorityId, actor.authorityId) : sql`false`;
  }
  return overseesCases(actor) ? sql`true` : sql`false`;
}

/** Reads a case, under a shared lock where an act is to be kept; one that the person may not know of does not exist. */
export async function readVisibleCase(
  tx: Transaction,
  actor: Actor,
  caseId: string,
  lock: "share" | "none" = "none",
): Promise<VisibleCase> {
  if (!isUuid(caseId)) throw new NotFoundError("no such case");
  const query = tx
    .select({
      file: caseFiles.state,
      chainHead: caseFiles.chainHead,
      authority: authorities.profile,
      now: sql<string>`case_clock_now()::text`,
      calendarKey: CALENDAR_KEY,
    })
    .from(caseFiles)
    .innerJoin(authorities, eq(authorities.authorityId, caseFiles.authorityId))
    .where(and(eq(caseFiles.caseId, caseId), scopeOf(actor)));
  const rows = await (lock === "none" ? query : query.for(lock, { of: caseFiles }));
  const row = rows[0];
  if (row === undefined) throw new NotFoundError("no such case");
  const now = new Date(row.now);
  return { ...row, now, today: dayOf(now) };
}

/** The law that a case stands under. */
export async function readCaseLaw(
  law: LawInForce,
  tx: Transaction,
  { file, authority, calendarKey }: VisibleCase,
): Promise<CaseLaw> {
  const pack = await law.readPack(tx, file.listId, file.packVersion);
  const calendar = await law.readCalendar(tx, calendarKey);
  return { authority, pack, calendar, books: await law.readBooks(tx, calendarKey) };
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/;

/** Says whether a text has the form of an id, before the database is asked for it. */
export function isUuid(text: string): boolean {
  return UUID.test(text);
}
