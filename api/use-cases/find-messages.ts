import { and, desc, eq, inArray, isNull, or, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction } from "../../platform/database.ts";
import { caseFiles, messages } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { olderThanCursor } from "./newest-first.ts";
import { cutPage, limitOf, type Page, type PageQuery } from "./paging.ts";
import { scopeOf } from "./visible-case.ts";

/** A message to a person: what happened in which case. */
export interface MessageRow {
  readonly messageId: string;
  /** Null where it is about no case. */
  readonly caseId: string | null;
  readonly caseNumber: string | null;
  readonly text: string;
  readonly sentAt: Date;
}

/** The messages for a person, newest first. */
export async function findMessages(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  query: PageQuery = {},
): Promise<Page<MessageRow>> {
  const limit = limitOf(query);
  const older = olderThanCursor(query, messages.sentAt, sql`${messages.messageId}`);
  return inTransaction(deps.database, async (tx) => {
    const rows = await tx
      .select({
        messageId: messages.messageId,
        caseId: messages.caseId,
        caseNumber: caseFiles.caseNumber,
        text: messages.text,
        sentAt: messages.sentAt,
      })
      .from(messages)
      .leftJoin(caseFiles, eq(caseFiles.caseId, messages.caseId))
      .where(
        and(
          inArray(messages.recipient, [...addressesOf(actor)]),
          or(isNull(messages.caseId), scopeOf(actor)),
          older,
        ),
      )
      .orderBy(desc(messages.sentAt), desc(messages.messageId))
      .limit(limit + 1);
    return cutPage(rows, limit, (row) => [row.sentAt.toISOString(), row.messageId]);
  });
}

/** Officers are written to by account, parties by case, the others by role within the authority. */
function addressesOf(actor: Actor): readonly string[] {
  if (actor.partyCaseId !== null) return [`party/${actor.partyCaseId}`];
  const { authorityId } = actor;
  const byRole = actor.roles.flatMap((role) => {
    if (role === "supervisor") return ["supervisor"];
    return authorityId === null ? [] : [`${role}/${authorityId}`];
  });
  return [actor.userId, ...byRole];
}
