import { sql } from "drizzle-orm";

import type { Transaction } from "./database.ts";

/**
 * The moment by which cases go. It is asked of the database, because there lies the offset by which the demo clock was
 * moved; in production the offset is nil.
 */
export async function readCaseClock(transaction: Transaction): Promise<Date> {
  return new Date(await readMilliseconds(transaction, sql`case_clock_now()`));
}

/** By how many milliseconds the case clock is ahead of the machine's. */
export async function readClockOffset(transaction: Transaction): Promise<number> {
  // Within one statement clock_timestamp() moves on by microseconds only; rounding takes them away.
  const [clock, machine] = [sql`case_clock_now()`, sql`clock_timestamp()`];
  const query = sql<{
    ms: number;
  }>`select round(extract(epoch from ${clock} - ${machine}) * 1000)::float8 as ms`;
  return readNumber(await transaction.execute(query));
}

/**
 * The machine's own time: for sessions, rate limits, keys and the age of webhooks. Never for anything the law counts.
 * Nothing else in the product reads it.
 */
export function machineNow(): Date {
  return new Date();
}

async function readMilliseconds(
  transaction: Transaction,
  moment: ReturnType<typeof sql>,
): Promise<number> {
  return readNumber(
    await transaction.execute(sql`select extract(epoch from ${moment})::float8 * 1000 as ms`),
  );
}

function readNumber(result: { rows: Record<string, unknown>[] }): number {
  const value = result.rows[0]?.["ms"];
  if (typeof value !== "number") throw new Error("the database did not tell the time");
  return value;
}
