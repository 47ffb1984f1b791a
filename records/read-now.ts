import { sql } from "drizzle-orm";
import type { Transaction } from "../platform/database.ts";

/** The case clock, read in a transaction: the moment as of which an act on a registry counts. */
export async function readNow(tx: Transaction): Promise<Date> {
  const { rows } = await tx.execute<{ now: string }>(sql`select case_clock_now()::text as now`);
  return new Date(rows[0]?.now ?? "");
}
