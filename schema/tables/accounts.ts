import { sql } from "drizzle-orm";
import {
  boolean,
  check,
  date,
  index,
  jsonb,
  pgTable,
  text,
  timestamp,
  uuid,
} from "drizzle-orm/pg-core";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { DeputisedRole } from "../../domain/authorities/deputy.ts";
import type { Role } from "../../domain/case-file/actor.ts";
import type { CalendarDay } from "../../domain/deadlines/calendar-day.ts";

/** 机关登记：认定部门及其层级、有权认定的名单、救济机关。 */
export const authorities = pgTable("authorities", {
  authorityId: text("authority_id").primaryKey(),
  profile: jsonb("profile").$type<Authority>().notNull(),
});

/** 账号：口令只存散列。 */
export const accounts = pgTable("accounts", {
  userId: text("user_id").primaryKey(),
  username: text("username").notNull().unique(),
  displayName: text("display_name").notNull(),
  passwordHash: text("password_hash").notNull(),
  roles: jsonb("roles").$type<readonly Role[]>().notNull(),
  /** Null for the supervisor, auditor and administrator, who belong to no determining authority. */
  authorityId: text("authority_id").references(() => authorities.authorityId),
  active: boolean("active").notNull().default(true),
  createdAt: timestamp("created_at", { withTimezone: true }).notNull().defaultNow(),
});

/** 代理：某人在一段时间内代行另一人的职责；到期自动失效，也可以提前终止。 */
export const deputies = pgTable(
  "deputies",
  {
    deputyId: uuid("deputy_id").primaryKey(),
    /** Whose authority it is; both belong to it. */
    authorityId: text("authority_id")
      .notNull()
      .references(() => authorities.authorityId),
    role: text("role").$type<DeputisedRole>().notNull(),
    principalId: text("principal_id")
      .notNull()
      .references(() => accounts.userId),
    actingId: text("acting_id")
      .notNull()
      .references(() => accounts.userId),
    startsOn: date("starts_on", { mode: "string" }).$type<CalendarDay>().notNull(),
    endsOn: date("ends_on", { mode: "string" }).$type<CalendarDay>().notNull(),
    reasons: text("reasons").notNull(),
    appointedBy: text("appointed_by").notNull(),
    appointedAt: timestamp("appointed_at", { withTimezone: true }).notNull(),
    endedAt: timestamp("ended_at", { withTimezone: true }),
  },
  (table) => [
    index("deputies_acting").on(table.actingId, table.endsOn),
    check("deputies_two_people", sql`${table.principalId} <> ${table.actingId}`),
    check("deputies_in_order", sql`${table.startsOn} <= ${table.endsOn}`),
  ],
);

/** 登录会话：可撤销，标识只存散列。 */
export const sessions = pgTable("sessions", {
  sessionHash: text("session_hash").primaryKey(),
  body: jsonb("body").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});
