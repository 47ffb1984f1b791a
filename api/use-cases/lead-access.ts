import { randomUUID } from "node:crypto";
import { eq, sql, type SQL } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import type { Transaction } from "../../platform/database.ts";
import type { leadImports, leads } from "../../schema/index.ts";
import { leadReadings } from "../../schema/index.ts";
import { ForbiddenError } from "./faults.ts";
import { handlesCases, hasRole, overseesCases } from "./person.ts";

/** The authority for which this person takes in leads and turns them into proposals; case officers alone do. */
export function requireLeadOfficer(actor: Actor): string {
  if (actor.authorityId === null || !hasRole(actor, ["case-officer"])) {
    throw new ForbiddenError("only a case officer of an authority works on leads");
  }
  return actor.authorityId;
}

/** Lets through those who may know of leads at all: who handles cases, and who oversees. */
export function requireLeadReader(actor: Actor): void {
  if (!handlesCases(actor) && !overseesCases(actor)) throw new ForbiddenError("officials only");
}

/** The imports and leads that a person may know of; every query on them carries it. */
export function leadScopeOf(actor: Actor, table: typeof leads | typeof leadImports): SQL {
  requireLeadReader(actor);
  return actor.authorityId === null ? sql`true` : eq(table.authorityId, actor.authorityId);
}

/** Puts on record who saw a lead, or a file with leads, in clear (查询登记). */
export async function logLeadReading(
  tx: Transaction,
  reading: Pick<
    typeof leadReadings.$inferInsert,
    "authorityId" | "importId" | "leadId" | "userId" | "purpose"
  >,
): Promise<void> {
  const readingId = randomUUID();
  await tx.insert(leadReadings).values({ ...reading, readingId, readAt: sql`case_clock_now()` });
}
