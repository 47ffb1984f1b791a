import { and, isNotNull, ne, sql } from "drizzle-orm";
import { remindOfNextDeadline } from "../domain/case-file/remind.ts";
import { dayOf } from "../domain/deadlines/calendar-day.ts";
import { findDueSoonEnd } from "../domain/deadlines/due-soon.ts";
import { readCaseClock } from "../platform/clock.ts";
import { inTransaction, type Database } from "../platform/database.ts";
import { caseFiles, messages } from "../schema/index.ts";
import { readCalendarNow, type LawInForce } from "./law-in-force.ts";
import { recipientOf } from "./record-events.ts";

const CASES_AT_ONCE = 200;

/** Reminds the people responsible of clocks that run out soon, once for each clock and each of its last days. */
export async function sendReminders(database: Database, law: LawInForce): Promise<number> {
  return inTransaction(database, async (tx) => {
    const now = await readCaseClock(tx);
    const end = findDueSoonEnd(await readCalendarNow(law, tx), dayOf(now));
    const rows = await tx
      .select({ file: caseFiles.state })
      .from(caseFiles)
      .where(
        and(
          ne(caseFiles.stage, "closed"),
          isNotNull(caseFiles.nextDeadlineAt),
          sql`${caseFiles.nextDeadlineAt} > ${now.toISOString()}::timestamptz`,
          sql`${caseFiles.nextDeadlineAt} <= ${end.toISOString()}::timestamptz`,
          sql`not exists (select 1 from ${messages} where ${messages.messageId} = ${REMINDER_ID})`,
        ),
      )
      .limit(CASES_AT_ONCE);
    const reminders = rows.flatMap(({ file }) => {
      const reminder = remindOfNextDeadline(file);
      if (reminder === null) return [];
      const { deadlineId, message } = reminder;
      const endsAt = file.deadlines.find((each) => each.deadlineId === deadlineId)?.dueAt ?? "";
      return [
        {
          messageId: `${file.caseId}/due-soon/${deadlineId}/${endsAt}`,
          caseId: file.caseId,
          recipient: recipientOf(message.to, file),
          text: message.text,
          sentAt: now,
        },
      ];
    });
    if (reminders.length > 0) await tx.insert(messages).values(reminders).onConflictDoNothing();
    return reminders.length;
  });
}

/** As the reminder of the next clock of a row would be called: a clock that was counted again is reminded of again. */
const REMINDER_ID = sql`${caseFiles.caseId}::text || '/due-soon/' || ${caseFiles.nextDeadlineId} || '/' ||
  to_char(${caseFiles.nextDeadlineAt} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`;
