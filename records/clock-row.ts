import { eq } from "drizzle-orm";
import { parseDay, startOfDay } from "../domain/deadlines/calendar-day.ts";
import { machineNow } from "../platform/clock.ts";
import type { Database } from "../platform/database.ts";
import { StartFault } from "../platform/start-fault.ts";
import { caseClock } from "../schema/index.ts";

/** Work starts at nine in the morning. */
const NINE_HOURS_MS = 9 * 3_600_000;

/**
 * Gives a new database its clock, once and for good: a demo may start on any day, production goes by the machine. A database
 * that was made for the other mode, or whose clock was ever moved, is refused in production.
 */
export async function ensureClockRow(
  database: Database,
  mode: "demo" | "production",
  startOn: string | null = null,
): Promise<void> {
  const offsetMs = mode === "demo" && startOn !== null ? offsetTo(startOn) : 0;
  await database
    .insert(caseClock)
    .values({ id: 1, offsetMs, mode, moved: offsetMs !== 0 })
    .onConflictDoNothing();
  const [row] = await database.select().from(caseClock).where(eq(caseClock.id, 1));
  if (row?.mode === mode) return;
  throw new StartFault(
    mode === "production"
      ? "这个数据库是演示用的，时钟可能被拨动过，不能用于正式运行：请为正式运行新建数据库。"
      : "这个数据库是正式运行用的，不能用于演示：请把 DATABASE_URL 指向另一个新建的数据库。",
  );
}

function offsetTo(day: string): number {
  const start = startOfDay(parseDay(day)).getTime() + NINE_HOURS_MS;
  return start - machineNow().getTime();
}
