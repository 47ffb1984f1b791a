import { OFFICIAL_CALENDAR } from "../domain/deadlines/calendar.ts";
import { UNPAID_WAGES_PACK } from "../domain/packs/unpaid-wages.ts";
import type { Database } from "../platform/database.ts";
import { calendarNotices, lawPacks } from "../schema/index.ts";

/** The packs that come with the product, in the state in which the sources left them. */
const SHIPPED_PACKS = [UNPAID_WAGES_PACK];

/** Enters shipped packs, as drafts, and the official calendar notices. What is there already stays as it is. */
export async function seedLaw(database: Database): Promise<void> {
  const notices = OFFICIAL_CALENDAR.notices.map((body) => ({
    noticeId: `${body.region} ${String(body.year)} ${body.number}`,
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
