import { asc, eq, isNotNull, isNull, ne, and } from "drizzle-orm";
import { TERMS } from "../../domain/deadlines/terms.ts";
import { isChannelId } from "../../domain/publication/channels.ts";
import { POINTS } from "../../domain/publication/points/index.ts";
import { dayOf, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { caseClock, caseFiles, deliveries } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";

/** Something that will happen by itself, and when. */
export interface UpcomingEvent {
  readonly at: Date;
  /** In Chinese: which clock runs out, which channel is asked again. */
  readonly what: string;
  readonly caseId: string;
  readonly caseNumber: string;
}

/** The case clock, and what comes next by it. */
export interface ClockView {
  readonly now: Date;
  readonly today: CalendarDay;
  readonly mode: "demo" | "production";
  readonly moved: boolean;
  readonly next: readonly UpcomingEvent[];
}

const SHOWN_AT_MOST = 20;

/** Reads the case clock (系统时钟) and the next things that happen by it. */
export async function readClock(deps: Pick<AppDeps, "database" | "mode">): Promise<ClockView> {
  return inTransaction(deps.database, async (tx) => {
    const now = await readCaseClock(tx);
    const [row] = await tx.select({ moved: caseClock.moved }).from(caseClock);
    const next = [...(await findDeadlines(tx)), ...(await findAttempts(tx))]
      .sort((one, other) => one.at.getTime() - other.at.getTime())
      .slice(0, SHOWN_AT_MOST);
    return { now, today: dayOf(now), mode: deps.mode, moved: row?.moved ?? false, next };
  });
}

async function findDeadlines(tx: Transaction): Promise<readonly UpcomingEvent[]> {
  const rows = await tx
    .select({
      at: caseFiles.nextDeadlineAt,
      deadlineId: caseFiles.nextDeadlineId,
      caseId: caseFiles.caseId,
      caseNumber: caseFiles.caseNumber,
      file: caseFiles.state,
    })
    .from(caseFiles)
    .where(and(ne(caseFiles.stage, "closed"), isNotNull(caseFiles.nextDeadlineAt)))
    .orderBy(asc(caseFiles.nextDeadlineAt))
    .limit(SHOWN_AT_MOST);
  return rows.flatMap(({ at, deadlineId, file, ...row }) => {
    const deadline = file.deadlines.find((each) => each.deadlineId === deadlineId);
    if (at === null || deadline === undefined) return [];
    return [{ ...row, at, what: `${TERMS[deadline.termId].title}届满` }];
  });
}

async function findAttempts(tx: Transaction): Promise<readonly UpcomingEvent[]> {
  const rows = await tx
    .select({
      at: deliveries.nextAttemptAt,
      channel: deliveries.channel,
      caseId: deliveries.caseId,
      caseNumber: caseFiles.caseNumber,
    })
    .from(deliveries)
    .innerJoin(caseFiles, eq(caseFiles.caseId, deliveries.caseId))
    .where(and(isNull(deliveries.receivedAt), isNotNull(deliveries.nextAttemptAt)))
    .orderBy(asc(deliveries.nextAttemptAt))
    .limit(SHOWN_AT_MOST);
  return rows.flatMap(({ at, channel, ...row }) => {
    if (at === null || !isChannelId(channel)) return [];
    return [{ ...row, at, what: `再次发送至${POINTS[channel].title}` }];
  });
}
