import { eq } from "drizzle-orm";
import type { Transaction } from "../../platform/database.ts";
import { authorities } from "../../schema/index.ts";
import { NotFoundError } from "./faults.ts";

/** The entry of an authority in the registry, locked until the transaction ends. Throws `NotFoundError` where there is none. */
export async function lockAuthority(
  tx: Transaction,
  authorityId: string,
): Promise<typeof authorities.$inferSelect> {
  const [row] = await tx
    .select()
    .from(authorities)
    .where(eq(authorities.authorityId, authorityId))
    .for("update");
  if (row === undefined) throw new NotFoundError("no such authority");
  return row;
}
