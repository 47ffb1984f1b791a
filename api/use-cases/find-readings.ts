import { and, desc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { caseFiles, readings } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { readNames } from "./find-case-events.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { requireOverseer } from "./person.ts";
import { scopeOf } from "./visible-case.ts";

/** One look at a party in clear (查询登记): who, which case, why, when. */
export interface ReadingRow {
  readonly readingId: string;
  readonly caseId: string;
  readonly caseNumber: string;
  readonly userName: string;
  readonly purpose: string;
  readonly readAt: Date;
}

/** Every look at a party in clear, newest first, for those who oversee and for heads over their own authority (查询登记簿). */
export async function findReadings(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: PageQuery = {},
): Promise<Page<ReadingRow>> {
  requireOverseer(actor);
  const limit = limitOf(query);
  const id = sql`${readings.readingId}::text`;
  const older = olderThanCursor(query, readings.readAt, id);
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await tx
        .select({ reading: readings, caseNumber: caseFiles.caseNumber })
        .from(readings)
        .innerJoin(caseFiles, eq(caseFiles.caseId, readings.caseId))
        .where(and(scopeOf(actor), older))
        .orderBy(desc(readings.readAt), desc(id))
        .limit(limit + 1);
      const page = cutPage(rows, limit, ({ reading }) => [
        reading.readAt.toISOString(),
        reading.readingId,
      ]);
      const names = await readNames(
        tx,
        page.rows.map(({ reading }) => reading.userId),
      );
      const shown = page.rows.map(({ reading, caseNumber }) => {
        const { readingId, caseId, userId, purpose, readAt } = reading;
        const userName = names.get(userId) ?? userId;
        return { readingId, caseId, caseNumber, userName, purpose, readAt };
      });
      return { rows: shown, nextCursor: page.nextCursor };
    },
    { readOnly: true },
  );
}
