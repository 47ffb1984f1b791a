import { and, desc, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { leadReadings } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { readNames } from "./find-case-events.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { requireOverseer } from "./person.ts";

/** One look at a lead, or at a file with leads, in clear. */
export interface LeadReadingRow {
  readonly readingId: string;
  readonly leadId: string | null;
  readonly importId: string | null;
  readonly userName: string;
  readonly purpose: string;
  readonly readAt: Date;
}

/** Every look at leads in clear, newest first, for those who oversee and for heads over their own authority (线索查询登记簿). */
export async function findLeadReadings(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: PageQuery = {},
): Promise<Page<LeadReadingRow>> {
  requireOverseer(actor);
  const limit = limitOf(query);
  const id = sql`${leadReadings.readingId}::text`;
  const older = olderThanCursor(query, leadReadings.readAt, id);
  const { authorityId } = actor;
  const scope = authorityId === null ? undefined : eq(leadReadings.authorityId, authorityId);
  return inTransaction(
    deps.database,
    async (tx) => {
      const rows = await tx
        .select()
        .from(leadReadings)
        .where(and(scope, older))
        .orderBy(desc(leadReadings.readAt), desc(id))
        .limit(limit + 1);
      const page = cutPage(rows, limit, (row) => [row.readAt.toISOString(), row.readingId]);
      const names = await readNames(
        tx,
        page.rows.map((row) => row.userId),
      );
      const shown = page.rows.map(({ readingId, leadId, importId, userId, purpose, readAt }) => {
        const userName = names.get(userId) ?? userId;
        return { readingId, leadId, importId, userName, purpose, readAt };
      });
      return { rows: shown, nextCursor: page.nextCursor };
    },
    { readOnly: true },
  );
}
