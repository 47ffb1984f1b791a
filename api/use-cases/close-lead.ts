import { and, eq, sql } from "drizzle-orm";
import type { Actor } from "../../domain/case-file/actor.ts";
import { inTransaction, type Transaction } from "../../platform/database.ts";
import { leads } from "../../schema/index.ts";
import type { AppDeps } from "../deps.ts";
import { BadInputError, ConflictError, NotFoundError } from "./faults.ts";
import { requireLeadOfficer } from "./lead-access.ts";
import { isUuid } from "./visible-case.ts";

/** Puts a lead aside with reasons (不予立案的线索); it stays on record. */
export async function dismissLead(
  deps: Pick<AppDeps, "database">,
  actor: Actor,
  leadId: string,
  reasons: string,
): Promise<void> {
  const authorityId = requireLeadOfficer(actor);
  if (!isUuid(leadId)) throw new NotFoundError("no such lead");
  const text = reasons.trim();
  if (text === "" || text.length > 1_000) {
    throw new BadInputError([
      { field: "/reasons", message: "请写明不予立案的理由，不超过 1000 字" },
    ]);
  }
  await inTransaction(deps.database, async (tx) => {
    const [row] = await tx
      .select({ state: leads.state })
      .from(leads)
      .where(and(eq(leads.leadId, leadId), eq(leads.authorityId, authorityId)))
      .for("update");
    if (row === undefined) throw new NotFoundError("no such lead");
    if (row.state !== "pending") throw new ConflictError("这条线索已经办理过了");
    await tx
      .update(leads)
      .set({
        state: "set-aside",
        closedBy: actor.userId,
        closedAt: sql`case_clock_now()`,
        closingReasons: text,
      })
      .where(eq(leads.leadId, leadId));
  });
}

/** Notes on a lead that a matter was opened on it; one lead carries one matter. */
export async function useLead(
  tx: Transaction,
  actor: Actor,
  leadId: string,
  matterId: string,
): Promise<void> {
  const authorityId = requireLeadOfficer(actor);
  if (!isUuid(leadId)) throw noSuchLead();
  const used = await tx
    .update(leads)
    .set({ state: "used", matterId, closedBy: actor.userId, closedAt: sql`case_clock_now()` })
    .where(
      and(eq(leads.leadId, leadId), eq(leads.authorityId, authorityId), eq(leads.state, "pending")),
    )
    .returning({ leadId: leads.leadId });
  if (used.length === 0) throw noSuchLead();
}

function noSuchLead(): BadInputError {
  const message = "没有这条线索，或者它已经办理过了，请重新打开线索";
  return new BadInputError([{ field: "/leadId", message }]);
}
