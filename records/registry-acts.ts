import { eq, sql } from "drizzle-orm";
import type { RegistryVerdict } from "../domain/registry-verdict.ts";
import type { Transaction } from "../platform/database.ts";
import { registryActs } from "../schema/index.ts";

/** An act on a registry as it came in; the caller's key is only in its id. */
export interface KeptRegistryAct {
  readonly actId: string;
  readonly subject: string;
  readonly kind: string;
  readonly requestHash: string;
  readonly userId: string;
}

/**
 * Keeps an act on a registry and rules on it, in one transaction: sent again with the same key it answers with the same verdict, and
 * nothing is done twice. Null where the key came with another request before.
 */
export async function keepRegistryAct(
  tx: Transaction,
  act: KeptRegistryAct,
  rule: () => Promise<RegistryVerdict>,
): Promise<RegistryVerdict | null> {
  const kept = await tx
    .insert(registryActs)
    .values({ ...act, receivedAt: sql`case_clock_now()` })
    .onConflictDoNothing()
    .returning({ actId: registryActs.actId });
  if (kept.length === 0) return findVerdict(tx, act);
  const verdict = await rule();
  await tx.update(registryActs).set({ verdict }).where(eq(registryActs.actId, act.actId));
  return verdict;
}

async function findVerdict(
  tx: Transaction,
  { actId, requestHash }: KeptRegistryAct,
): Promise<RegistryVerdict | null> {
  const [known] = await tx.select().from(registryActs).where(eq(registryActs.actId, actId));
  return known?.requestHash === requestHash ? known.verdict : null;
}
