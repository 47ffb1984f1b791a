import { and, eq, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { parseDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { isPaperKind, paperTitle, type PaperKind } from "../../domain/papers.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { authorities, caseFiles, numberSeries, papers } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { stateOfPaper, type PaperState } from "../../domain/case-file/paper-state.ts";
import { ForbiddenError } from "./faults.ts";
import { cutPage, limitOf, parseKey, readCursor, type Page, type PageQuery } from "./paging.ts";
import { handlesCases, overseesCases } from "./person.ts";
import { scopeOf } from "./visible-case.ts";

/** A number that was given (文号), and what stands under it; a void one stays. */
export interface NumberRow {
  readonly number: string;
  /** Everything before the place in the year: 苍人社列决〔2026〕. */
  readonly series: string;
  readonly place: number;
  /** How far the series was given; every place up to it is on record. */
  readonly lastPlace: number;
  readonly kind: PaperKind;
  readonly title: string;
  readonly authorityName: string;
  readonly paperId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly issuedOn: CalendarDay;
  readonly state: PaperState;
}

/** Which part of the register is asked for. */
export interface NumberQuery extends PageQuery {
  readonly kind?: PaperKind | undefined;
  readonly year?: number | undefined;
}

const SERIES = sql<string>`substring(${papers.number} from '^.*〕')`;
const PLACE = sql<number>`substring(${papers.number} from '〕([0-9]+)号$')::int`;
const YEAR = sql<number>`substring(${papers.number} from '〔([0-9]{4})〕')::int`;

/** The register of numbers (文号登记簿): newest year first, series by series, newest number first. */
export async function findNumbers(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: NumberQuery = {},
): Promise<Page<NumberRow>> {
  if (!handlesCases(actor) && !overseesCases(actor)) throw new ForbiddenError("officials only");
  const limit = limitOf(query);
  const condition = and(scopeOf(actor), filterBy(query), afterCursor(query));
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await select(tx, condition, limit + 1);
      return cutPage(rows.map(viewRow), limit, ({ series, place }) => [
        yearOf(series),
        series,
        place,
      ]);
    },
    { readOnly: true },
  );
}

function select(tx: Transaction, condition: SQL | undefined, limit: number) {
  return tx
    .select({
      paper: papers,
      file: caseFiles.state,
      authority: authorities.profile,
      series: SERIES,
      place: PLACE,
      lastPlace: numberSeries.last,
    })
    .from(papers)
    .innerJoin(caseFiles, eq(caseFiles.caseId, papers.caseId))
    .innerJoin(authorities, eq(authorities.authorityId, caseFiles.authorityId))
    .innerJoin(numberSeries, eq(numberSeries.series, SERIES))
    .where(condition)
    .orderBy(sql`${YEAR} desc`, SERIES, sql`${PLACE} desc`)
    .limit(limit);
}

function filterBy({ kind, year }: NumberQuery): SQL | undefined {
  return and(
    kind === undefined ? undefined : eq(papers.kind, kind),
    year === undefined ? undefined : sql`${YEAR} = ${year}`,
  );
}

function afterCursor(query: NumberQuery): SQL | undefined {
  const cursor = readCursor(query, 3);
  if (cursor === null) return undefined;
  const [year, series, place] = [
    parseKey(cursor[0], Number),
    cursor[1],
    parseKey(cursor[2], Number),
  ];
  const later = sql`${SERIES} = ${series} and ${PLACE} < ${place}`;
  return sql`(${YEAR} < ${year} or (${YEAR} = ${year} and (${SERIES} > ${series} or (${later}))))`;
}

function yearOf(series: string): number {
  return Number(/〔(\d{4})〕$/.exec(series)?.[1] ?? 0);
}

function viewRow(row: Awaited<ReturnType<typeof select>>[number]): NumberRow {
  const { paper, file, authority, series, place, lastPlace } = row;
  const { kind, number, paperId, caseId } = paper;
  if (!isPaperKind(kind)) throw new Error("a paper of an unknown kind was issued");
  return {
    ...{ number, series, place, lastPlace, kind, paperId, caseId },
    title: paperTitle(kind),
    authorityName: authority.name,
    caseNumber: file.caseNumber,
    issuedOn: parseDay(paper.issuedOn),
    state: stateOfPaper(file, { paperId, kind }),
  };
}
