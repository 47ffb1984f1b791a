import { eq } from "drizzle-orm";
import type { CaseEvent } from "../../domain/case-file/events.ts";
import type { Transaction } from "../../platform/database.ts";
import { accounts } from "../../schema/index.ts";

/** The official's name as it stands on papers; the party and the system have no account of that kind. */
export async function readOfficial(tx: Transaction, { by }: CaseEvent): Promise<string | null> {
  const [row] = await tx
    .select({ name: accounts.displayName })
    .from(accounts)
    .where(eq(accounts.userId, by.userId));
  return row?.name ?? null;
}
