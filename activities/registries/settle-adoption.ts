import { eq } from "drizzle-orm";
import { passCommentPeriod } from "../../domain/adoption/decide-adoption.ts";
import { readCaseClock } from "../../platform/clock.ts";
import { inTransaction, type Database } from "../../platform/database.ts";
import { findNextDue, lockAdoption, recordAdoptionEvent } from "../../records/adoption-rows.ts";
import { listAdoptions } from "../../schema/index.ts";
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
