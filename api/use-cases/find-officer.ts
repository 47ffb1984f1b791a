import { and, eq } from "drizzle-orm";
import { accounts, caseFiles } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";

/**
 * Finds the officer who takes a case over, by account name: active, an officer, and of the authority whose case it is. Whoever may not
 * do the act at all is told that first, so nobody learns from it which accounts there are.
 */
export function officerFinder(
  { database }: Pick<AppDeps, "database">,
  caseId: string,
): (username: string) => Promise<string | null> {
  return async (username) => {
    const rows = await database
      .select({ userId: accounts.userId, roles: accounts.roles })
      .from(accounts)
      .innerJoin(caseFiles, eq(caseFiles.authorityId, accounts.authorityId))
      .where(
        and(
          eq(caseFiles.caseId, caseId),
          eq(accounts.username, username.trim()),
          eq(accounts.active, true),
        ),
      );
    return rows.find((row) => row.roles.includes("case-officer"))?.userId ?? null;
  };
}
