import { eq } from "drizzle-orm";
import type { ListAdoption } from "../../domain/adoption/adoption.ts";
import { passCommentPeriod } from "../../domain/adoption/decide-adoption.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Database, type Transaction } from "../../platform/database.ts";
import { findNextDue, lockAdoption, recordAdoptionEvent } from "../../records/adoption-rows.ts";
import { listAdoptions, messages } from "../../schema/index.ts";
import type { AdoptionStanding } from "./standing.ts";

/**
 * Brings a proposed list up to the present in one transaction: a comment period that has run out is recorded as of its end. Run again,
 * it changes nothing.
 */
export async function settleAdoption(
  { database }: { readonly database: Database },
  adoptionId: string,
): Promise<AdoptionStanding> {
  return inTransaction(database, async (tx) => {
    const locked = await lockAdoption(tx, adoptionId);
    if (locked === null) throw new Error("no proposed list of this id");
    const event = passCommentPeriod(locked, await readCaseClock(tx));
    const dueAt = findNextDue(locked);
    const adoption =
      event === null || dueAt === null
        ? locked
        : await recordAdoptionEvent(tx, locked, event, { userId: "system", at: dueAt });
    if (event !== null && dueAt !== null) await tellSupervisor(tx, adoption, dueAt);
    await tx
      .update(listAdoptions)
      .set({ seenVersion: adoption.version })
      .where(eq(listAdoptions.adoptionId, adoptionId));
    return {
      isOver: adoption.stage === "adopted" || adoption.stage === "abandoned",
      nextDueAt: findNextDue(adoption)?.toISOString() ?? null,
    };
  });
}

async function tellSupervisor(
  tx: Transaction,
  { adoptionId, listName }: ListAdoption,
  sentAt: Date,
): Promise<void> {
  await tx
    .insert(messages)
    .values({
      messageId: `list-adoption/${adoptionId}/comment`,
      caseId: null,
      recipient: "supervisor",
      text: `“${listName}”公开征求意见已满三十日，请登记截止和意见采纳情况`,
      sentAt,
    })
    .onConflictDoNothing();
}
