import { jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { CalendarNotice } from "../../domain/deadlines/calendar.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";

/** 名单规则包：每个版本一行，案件锁定版本。 */
export const lawPacks = pgTable(
  "law_packs",
  {
    listId: text("list_id").notNull(),
    version: text("version").notNull(),
    body: jsonb("body").$type<LawPack>().notNull(),
    state: text("state", { enum: ["draft", "active", "retired"] }).notNull(),
    /** 启用须二人，其中一人为法制审核人员。 */
    approvedBy: jsonb("approved_by").$type<readonly string[]>().notNull().default([]),
    createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
    activatedAt: timestamp("activated_at", { withTimezone: true }),
  },
  (table) => [primaryKey({ columns: [table.listId, table.version] })],
);

/** 工作日历：官方放假通知逐件一行。 */
export const calendarNotices = pgTable("calendar_notices", {
  noticeId: text("notice_id").primaryKey(),
  body: jsonb("body").$type<CalendarNotice>().notNull(),
  enteredAt: timestamp("entered_at", { withTimezone: true }).notNull().defaultNow(),
});
