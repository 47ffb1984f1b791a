import { bigint, boolean, integer, pgTable, text } from "drizzle-orm/pg-core";

/** 系统时钟：唯一一行；演示模式可向前拨，正式模式永为零。 */
export const caseClock = pgTable("case_clock", {
  id: integer("id").primaryKey(),
  offsetMs: bigint("offset_ms", { mode: "number" }).notNull(),
  /** How the database was created; production refuses one that is not its own. */
  mode: text("mode", { enum: ["demo", "production"] }).notNull(),
  moved: boolean("moved").notNull(),
});
