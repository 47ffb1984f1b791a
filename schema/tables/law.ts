import { boolean, date, jsonb, pgTable, primaryKey, text, timestamp } from "drizzle-orm/pg-core";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";
import type { CalendarNotice } from "../../domain/deadlines/calendar.ts";
import type { LawPack } from "../../domain/packs/law-pack.ts";
import type { Edition, EditionProofs } from "../../domain/registries/edition.ts";

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

/** 目录、清单版本：录入后由另一人核准；版本内容不再改动。 */
export const lawEditions = pgTable("law_editions", {
  edition: text("edition").primaryKey(),
  body: jsonb("body").$type<Edition>().notNull(),
  proofs: jsonb("proofs").$type<EditionProofs>().notNull(),
  enteredBy: text("entered_by").notNull(),
  enteredAt: timestamp("entered_at", { withTimezone: true }).notNull(),
  approvedBy: text("approved_by"),
  /** Set with the approval; from then on it is in force on its days. */
  approvedAt: timestamp("approved_at", { withTimezone: true }),
});

/** 措施台账：规则包、目录、清单、措施由谁负责、何时复核；不符合要求的有规范方案。 */
export const lawLedger = pgTable("law_ledger", {
  /** `pack/<list>`, `edition/<id>`, `measure/<id>`. */
  entryId: text("entry_id").primaryKey(),
  unit: text("unit").notNull(),
  reviewOn: date("review_on", { mode: "string" }).$type<CalendarDay>().notNull(),
  conforms: boolean("conforms").notNull(),
  plan: text("plan").notNull(),
  keptBy: text("kept_by").notNull(),
  keptAt: timestamp("kept_at", { withTimezone: true }).notNull(),
});
