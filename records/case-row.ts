import { eq, sql } from "drizzle-orm";
import type { Authority } from "../domain/authorities/authority.ts";
import type { CaseFile } from "../domain/case-file/state.ts";
import type { Transaction } from "../platform/database.ts";
import { authorities, caseFiles } from "../schema/index.ts";
import { CALENDAR_KEY } from "./law-in-force.ts";

/** A case row held under lock for the length of one transaction. */
export interface LockedCase {
  readonly file: CaseFile;
  readonly chainHead: string;
  readonly authority: Authority;
  /** The case clock, read once for the transaction. */
  readonly now: Date;
  /** Changes whenever a calendar notice is entered. */
  readonly calendarKey: string;
  /** The key by which the open clocks were last counted; null where nobody wrote it down. */
  readonly countedWith: string | null;
}

/**
 * Reads a case and all that judging it needs in one round trip, under the lock that the work needs: `update` keeps everybody
 * else out, `share` only those who would change it, `read` nobody.
 */
export async function lockCase(
  tx: Transaction,
  caseId: string,
  lock: "update" | "share" | "read" = "update",
): Promise<LockedCase> {
  const query = tx
    .select({
      file: caseFiles.state,
      chainHead: caseFiles.chainHead,
      authority: authorities.profile,
      now: sql<string>`case_clock_now()::text`,
      calendarKey: CALENDAR_KEY,
      countedWith: caseFiles.countedWith,
    })
    .from(caseFiles)
    .innerJoin(authorities, eq(authorities.authorityId, caseFiles.authorityId))
    .where(eq(caseFiles.caseId, caseId));
  const rows = await (lock === "read" ? query : query.for(lock, { of: caseFiles }));
  const row = rows[0];
  if (row === undefined) throw new Error("no case of this id");
  return { ...row, now: new Date(row.now) };
}
