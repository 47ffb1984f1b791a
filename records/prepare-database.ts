import type { Database } from "../platform/database.ts";
import type { Settings } from "../platform/settings.ts";
import { ensureClockRow } from "./clock-row.ts";
import { seedLaw } from "./seed-law.ts";

/** Gives a migrated database what every process counts on: its clock, the shipped packs, the calendar. Done again, nothing changes. */
export async function prepareDatabase(
  database: Database,
  settings: Pick<Settings, "mode" | "clockStart">,
): Promise<void> {
  await ensureClockRow(database, settings.mode, settings.clockStart);
  await seedLaw(database);
}
