import { OFFICIAL_CALENDAR } from "../domain/deadlines/calendar.ts";
import { SHIPPED_PACKS } from "../domain/packs/shipped.ts";
import type { Database } from "../platform/database.ts";
import { noticeIdOf } from "./law-in-force.ts";
import { calendarNotices, lawPacks } from "../schema/index.ts";

/** Enters shipped packs, as drafts, and the official calendar notices. What is there already stays as it is. */
export async function seedLaw(database: Database): Promise<void> {
  const notices = OFFICIAL_CALENDAR.notices.map((body) => ({
    noticeId: noticeIdOf(body),
    body,
  }));
  await database.insert(calendarNotices).values(notices).onConflictDoNothing();
  for (const body of SHIPPED_PACKS) {
    const { listId, version } = body;
    await database
      .insert(lawPacks)
      .values({ listId, version, body, state: "draft" })
      .onConflictDoNothing();
  }
}
