import { asc, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { isCalendarDay, type CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { CalendarNotice, Region } from "../../domain/deadlines/calendar.ts";
import { findNoticeFaults } from "../../domain/deadlines/enter-notice.ts";
import { inTransaction } from "../../platform/database.ts";
import { noticeIdOf, readCalendarNow } from "../../records/law-in-force.ts";
import { calendarNotices } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ForbiddenError, type FieldError } from "./faults.ts";
import { hasRole } from "./person.ts";

/** A notice on days off as it is entered (放假安排通知). */
export interface EnteredNotice {
  readonly number: string;
  readonly region: Region;
  readonly year: number;
  readonly issuedOn: string;
  readonly offDays: readonly {
    readonly name: string;
    readonly from: string;
    readonly to: string;
  }[];
  readonly workDays: readonly string[];
  readonly cancels: readonly string[];
}

type CalendarDeps = Pick<AppDeps, "database" | "law">;

/** Every notice that time limits are counted by, newest first. */
export async function findCalendarNotices(
  deps: Pick<AppDeps, "database">,
): Promise<readonly CalendarNotice[]> {
  const rows = await deps.database
    .select({ body: calendarNotices.body })
    .from(calendarNotices)
    .orderBy(asc(calendarNotices.noticeId));
  return rows
    .map((row) => row.body)
    .sort((one, other) => other.issuedOn.localeCompare(one.issuedOn));
}

/**
 * Enters a notice on days off (录入放假安排). From the commit on every time limit is counted with it; open ones of all cases are counted
 * again by their own workflows, and the people concerned are told.
 */
export async function enterCalendarNotice(
  deps: CalendarDeps,
  actor: Actor,
  entered: EnteredNotice,
): Promise<{ readonly noticeId: string }> {
  if (!hasRole(actor, ["legal-officer"])) throw new ForbiddenError("legal officers only");
  const notice = toNotice(entered);
  const noticeId = noticeIdOf(notice);
  await inTransaction(deps.database, async (tx) => {
    // Two entries wait for each other.
    await tx.execute(sql`lock table calendar_notices in exclusive mode`);
    const calendar = await readCalendarNow(deps.law, tx);
    const faults = findNoticeFaults(calendar, notice);
    if (faults.length > 0) {
      throw new BadInputError(faults.map((message) => ({ field: "", message })));
    }
    const enteredAt = sql`case_clock_now()`;
    await tx.insert(calendarNotices).values({ noticeId, body: notice, enteredAt });
  });
  return { noticeId };
}

function toNotice(entered: EnteredNotice): CalendarNotice {
  const errors: FieldError[] = [];
  const read = (text: string, field: string): CalendarDay[] => {
    if (isCalendarDay(text)) return [text];
    errors.push({ field, message: `“${text}”不是有效日期，应如 2026-10-01` });
    return [];
  };
  const { number, region, year, issuedOn } = entered;
  read(issuedOn, "/issuedOn");
  const offDays = entered.offDays.flatMap(({ name, ...period }, index) => {
    const [from] = read(period.from, `/offDays/${String(index)}/from`);
    const [to] = read(period.to, `/offDays/${String(index)}/to`);
    return from === undefined || to === undefined ? [] : [{ name, from, to }];
  });
  const workDays = entered.workDays.flatMap((text) => read(text, "/workDays"));
  const cancels = entered.cancels.flatMap((text) => read(text, "/cancels"));
  if (offDays.length === 0 && workDays.length === 0 && cancels.length === 0) {
    errors.push({ field: "/offDays", message: "请填写放假日期、调休上班日或者取消的调休" });
  }
  if (errors.length > 0) throw new BadInputError(errors);
  return {
    number,
    region,
    year,
    issuedOn,
    offDays,
    workDays,
    ...(cancels.length === 0 ? {} : { cancels }),
    mark: "entered",
  };
}
