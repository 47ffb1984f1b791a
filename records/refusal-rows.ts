import { randomUUID } from "node:crypto";
import { sql } from "drizzle-orm";
import type { Actor } from "../domain/case-file/actor.ts";
import type { Refusal } from "../domain/refusal.ts";
import type { Transaction } from "../platform/database.ts";
import { refusals } from "../schema/index.ts";

/** A refusal to be kept: which act, by whom, and why not. */
export interface RefusedAct {
  readonly caseId: string | null;
  readonly commandId: string | null;
  readonly act: string;
  readonly actor: Actor;
  readonly refusal: Refusal;
}

/** Keeps a refusal with the case, outside its chain of events. */
export async function storeRefusal(tx: Transaction, refused: RefusedAct): Promise<void> {
  await tx.insert(refusals).values({
    refusalId: randomUUID(),
    caseId: refused.caseId,
    commandId: refused.commandId,
    act: refused.act,
    userId: refused.actor.userId,
    authorityId: refused.actor.authorityId,
    refusal: refused.refusal,
    refusedAt: sql`case_clock_now()`,
  });
}
