import { boolean, jsonb, pgTable, text, timestamp } from "drizzle-orm/pg-core";
import type { Authority } from "../../domain/authorities/authority.ts";
import type { Role } from "../../domain/case-file/actor.ts";

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

/** 登录会话：可撤销，标识只存散列。 */
export const sessions = pgTable("sessions", {
  sessionHash: text("session_hash").primaryKey(),
  body: jsonb("body").notNull(),
  expiresAt: timestamp("expires_at", { withTimezone: true }).notNull(),
});
