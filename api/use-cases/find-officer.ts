import { and, eq } from "drizzle-orm";
import { accounts, caseFiles } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError } from "./faults.ts";

/** Finds the officer who takes a case over, by account name: active, an officer, and of the authority whose case it is. */
export function officerFinder(
  { database }: Pick<AppDeps, "database">,
  caseId: string,
): (username: string) => Promise<string> {
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
    const found = rows.find((row) => row.roles.includes("case-officer"));
    if (found !== undefined) return found.userId;
    throw new BadInputError([
      { field: "/officer", message: "本机关没有这个承办人账号，或者账号已停用，请核对" },
    ]);
  };
}
