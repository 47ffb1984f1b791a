import { and, asc, eq, or, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { findNextDeadline } from "../../domain/case-file/fall-due.ts";
import type { Stage } from "../../domain/case-file/stages.ts";
import type { CaseFile } from "../../domain/case-file/state.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { Calendar, Region } from "../../domain/deadlines/calendar.ts";
import { findDueSoonEnd } from "../../domain/deadlines/due-soon.ts";
import { maskParty, STRICT_PROFILE, type PartyData } from "../../domain/masking/profiles.ts";
import type { PartyRole } from "../../domain/parties/party.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { CALENDAR_KEY } from "../../records/law-in-force.ts";
import { indexOfIdentifier, indexOfName } from "../../records/sealed-party.ts";
import { authorities, caseFiles, parties } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { viewDeadline, type DeadlineView } from "./deadline-view.ts";
import { cutPage, limitOf, readCursor, type Page, type PageQuery } from "./paging.ts";
import { handlesCases } from "./person.ts";
import { scopeOf } from "./visible-case.ts";
import { tabCondition, WORKLIST_TABS, type WorklistTab } from "./worklist-tabs.ts";

export { WORKLIST_TABS, type WorklistTab } from "./worklist-tabs.ts";

/** What is looked for. */
export interface WorklistQuery extends PageQuery {
  readonly tab?: WorklistTab | undefined;
  readonly stage?: Stage | undefined;
  /** A case number, a party's whole name, or its whole credit code or identity number. */
  readonly search?: string | undefined;
}

/** One case on the desk. */
export interface WorklistRow {
  readonly caseId: string;
  readonly caseNumber: string;
  readonly partyName: string;
  readonly partyRole: PartyRole;
  readonly listId: string;
  readonly authorityName: string;
  readonly stage: Stage;
  readonly openedOn: CalendarDay;
  /** The deadline that matters next: one that was missed, or else the next that runs out. */
  readonly deadline: DeadlineView | null;
}

/** A page of the desk, with how many cases every tab holds. */
export interface Worklist extends Page<WorklistRow> {
  readonly counts: Readonly<Record<WorklistTab, number>>;
  readonly now: Date;
  readonly today: CalendarDay;
}

type WorklistDeps = Pick<AppDeps, "database" | "law" | "encryption">;

/** Days off and working days are those of the region in which the authorities sit. */
const REGION: Region = "CN-GX";

/** Finds cases of the person's own authority, or of all where the person oversees them; the next deadline first. */
export async function findCaseFiles(
  deps: WorklistDeps,
  actor: Actor,
  query: WorklistQuery = {},
): Promise<Worklist> {
  const limit = limitOf(query);
  const cursor = readCursor(query, 2);
  return inTransaction(deps.database, async (tx) => {
    const { now, calendar } = await readDay(deps, tx);
    const today = dayOf(now);
    const counting = { calendar, region: REGION, today };
    const dueSoonUntil = findDueSoonEnd(calendar, today);
    const rows = await tx
      .select({
        file: caseFiles.state,
        authority: authorities.profile,
        kind: parties.kind,
        nameSealed: parties.nameSealed,
        sortKey: SORT_KEY,
      })
      .from(caseFiles)
      .innerJoin(authorities, eq(authorities.authorityId, caseFiles.authorityId))
      .innerJoin(parties, eq(parties.partyId, caseFiles.partyId))
      .where(
        and(
          scopeOf(actor),
          query.tab === undefined ? undefined : tabCondition(query.tab, actor, dueSoonUntil),
          query.stage === undefined ? undefined : eq(caseFiles.stage, query.stage),
          searchFor(deps, query.search ?? ""),
          cursor === null
            ? undefined
            : sql`(${SORT_KEY}, ${caseFiles.caseId}::text) > (${cursor[0]}, ${cursor[1]})`,
        ),
      )
      .orderBy(asc(SORT_KEY), asc(sql`${caseFiles.caseId}::text`))
      .limit(limit + 1);
    const page = cutPage(rows, limit, (row) => [row.sortKey, row.file.caseId]);
    return {
      now,
      today,
      counts: await countTabs(tx, actor, dueSoonUntil),
      nextCursor: page.nextCursor,
      rows: page.rows.map(({ file, authority, kind, nameSealed }) => ({
        caseId: file.caseId,
        caseNumber: file.caseNumber,
        partyName: nameFor(actor, kind, deps.encryption.decryptField(nameSealed)),
        partyRole: file.partyRole,
        listId: file.listId,
        authorityName: authority.name,
        stage: file.stage,
        openedOn: file.openedOn,
        deadline: pickDeadline(file, counting),
      })),
    };
  });
}

/** Cases whose clock runs out first come first; those without a clock at the end, the newest number last. */
const SORT_KEY = sql<string>`coalesce(to_char(${caseFiles.nextDeadlineAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS'), '9999') || ' ' || to_char(${caseFiles.openedAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS')`;

async function readDay(
  deps: WorklistDeps,
  tx: Transaction,
): Promise<{ readonly now: Date; readonly calendar: Calendar }> {
  const result = await tx.execute<{ now: string; key: string }>(
    sql`select case_clock_now()::text as now, ${CALENDAR_KEY} as key`,
  );
  const row = result.rows[0];
  if (row === undefined) throw new Error("the database did not tell the time");
  return { now: new Date(row.now), calendar: await deps.law.readCalendar(tx, row.key) };
}

function searchFor({ encryption }: WorklistDeps, search: string): SQL | undefined {
  const words = search.trim();
  if (words === "") return undefined;
  return or(
    eq(caseFiles.caseNumber, words),
    eq(parties.nameIndex, indexOfName(encryption, words)),
    eq(parties.identifierIndex, indexOfIdentifier(encryption, words)),
  );
}

async function countTabs(
  tx: Transaction,
  actor: Actor,
  dueSoonUntil: Date,
): Promise<Record<WorklistTab, number>> {
  const count = (tab: WorklistTab) =>
    sql<number>`count(*) filter (where ${tabCondition(tab, actor, dueSoonUntil)})::int`;
  const [todo, ongoing, done, dueSoon, overdue] = WORKLIST_TABS;
  const rows = await tx
    .select({
      [todo]: count(todo),
      [ongoing]: count(ongoing),
      [done]: count(done),
      [dueSoon]: count(dueSoon),
      [overdue]: count(overdue),
    })
    .from(caseFiles)
    .where(scopeOf(actor));
  return rows[0] ?? { todo: 0, ongoing: 0, done: 0, "due-soon": 0, overdue: 0 };
}

function nameFor(actor: Actor, kind: PartyData["kind"], name: string): string {
  if (handlesCases(actor)) return name;
  return maskParty({ kind, name, identifier: "", phone: null, address: null }, STRICT_PROFILE).name;
}

function pickDeadline(
  file: CaseFile,
  counting: Parameters<typeof viewDeadline>[1],
): DeadlineView | null {
  const deadline =
    file.deadlines.find((each) => each.status === "missed") ?? findNextDeadline(file);
  return deadline === undefined ? null : viewDeadline(deadline, counting);
}
