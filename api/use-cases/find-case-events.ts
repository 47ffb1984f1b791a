import { and, asc, eq, gt, inArray } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { accounts, caseEvents } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { requireOfficial } from "./person.ts";
import { cutPage, limitOf, parseKey, readCursor, type Page, type PageQuery } from "./paging.ts";
import { readVisibleCase } from "./visible-case.ts";

/** One event of a case with its link of the chain. */
export interface CaseEventRow {
  readonly seq: number;
  readonly event: CaseEvent;
  readonly algorithm: string;
  readonly previousHash: string;
  readonly hash: string;
  /** Name of the official; empty for parties and the system. */
  readonly byName: string;
}

/** The events of a case, oldest first (办理日志). */
export async function findCaseEvents(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  caseId: string,
  query: PageQuery = {},
): Promise<Page<CaseEventRow>> {
  requireOfficial(actor);
  const limit = limitOf(query);
  const after = parseKey(readCursor(query, 1)?.[0] ?? "0", Number);
  return inTransaction(deps.database, async (tx) => {
    await readVisibleCase(tx, actor, caseId);
    const rows = await tx
      .select()
      .from(caseEvents)
      .where(and(eq(caseEvents.caseId, caseId), gt(caseEvents.seq, after)))
      .orderBy(asc(caseEvents.seq))
      .limit(limit + 1);
    const page = cutPage(rows, limit, (row) => [row.seq]);
    const named = page.rows.map((row) => ({ ...row, event: readEvent(row.body) }));
    const names = await readNames(
      tx,
      named.map((row) => row.event.by.userId),
    );
    return {
      nextCursor: page.nextCursor,
      rows: named.map(({ seq, event, algorithm, previousHash, hash }) => ({
        seq,
        event,
        algorithm,
        previousHash,
        hash,
        byName: names.get(event.by.userId) ?? "",
      })),
    };
  });
}

function readEvent(body: string): CaseEvent {
  return JSON.parse(body) as CaseEvent; // canonical text of an event that this product wrote
}

/** The names that belong to accounts. */
export async function readNames(
  tx: Transaction,
  userIds: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const wanted = [...new Set(userIds)];
  if (wanted.length === 0) return new Map();
  const rows = await tx
    .select({ userId: accounts.userId, name: accounts.displayName })
    .from(accounts)
    .where(inArray(accounts.userId, wanted));
  return new Map(rows.map((row) => [row.userId, row.name]));
}
